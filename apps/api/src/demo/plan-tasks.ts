import {
  addDays,
  type CivilDate,
  civilDateAt,
  type DirectiveKind,
  type WorkCalendar,
} from '@dunghan/domain'
import type { DemoSubject, DemoTask } from '../../../../prisma/demo/subjects/subject.ts'
import { type DemoUnit, demoUnits, reorganizedOn } from '../../../../prisma/demo/units.ts'
import type { PlannedAssignment, PlannedTask } from './plan.ts'
import { planLife } from './plan-life.ts'
import type { Random } from './random.ts'
import { diligenceOf, writeReport } from './write-report.ts'

interface Order {
  kind: DirectiveKind
  subject: DemoSubject
  words: (text: string) => string
  topic: string
  issuedOn: CivilDate
  recordedAt: Date
  until: Date
}

const unitOf = new Map(demoUnits.map((unit) => [unit.code, unit]))
const departments = demoUnits.filter(({ type }) => type === 'department')
const districts = demoUnits.filter(({ type }) => type === 'district')
const communes = demoUnits.filter(({ type }) => type === 'commune' || type === 'ward')

/** The tasks of an order, each with the units that get it and what they make of it. */
export function planTasks(random: Random, calendar: WorkCalendar, order: Order): PlannedTask[] {
  const { kind, subject, words, topic, issuedOn, recordedAt, until } = order
  return choose(random, kind, subject).map(({ content, to }) => {
    const units = unitsFor(random, to, kind, civilDateAt(recordedAt))
    const dueOn = planDueDate(random, calendar, kind, issuedOn)
    const give = (unit: DemoUnit): PlannedAssignment => ({
      unitCode: unit.code,
      steps: planLife(random, {
        calendar,
        assignedAt: recordedAt,
        dueOn,
        until,
        diligence: diligenceOf(unit),
        write: (sentAt, attempt) =>
          writeReport(random, calendar, unit, topic, { sentAt, attempt, recordedAt }),
      }),
    })
    const free = subject.support.filter((code) => !units.some((unit) => unit.code === code))
    return {
      content: words(content),
      dueOn,
      assignments: units.map(give),
      supportUnitCodes: random.chance(0.3) ? random.some(free, random.int(1, 2)) : [],
    }
  })
}

const pollTask: DemoTask = {
  content:
    'Nghiên cứu, cho ý kiến bằng văn bản đối với dự thảo; quá thời hạn không có ý kiến được xem là thống nhất.',
  to: departments.map(({ code }) => code),
}

function choose(random: Random, kind: DirectiveKind, { tasks }: DemoSubject): DemoTask[] {
  switch (kind) {
    case 'official_letter':
      return random.some(tasks, random.chance(0.25) ? 2 : 1)
    case 'conclusion_notice':
      return random.some(tasks, random.pick([2, 2, 3, 4]))
    case 'other_directive':
      return random.some(tasks, random.int(1, 2))
    case 'opinion_poll':
      return [pollTask]
  }
}

function unitsFor(random: Random, to: DemoTask['to'], kind: DirectiveKind, givenOn: CivilDate) {
  if (to === 'localities') {
    const there = givenOn < reorganizedOn ? districts : communes
    // Now and then an order goes to all of them at once.
    if (random.chance(0.005)) return [...there]
    return random.some(there, random.pick([1, 1, 1, 2, 2, 3, 5]))
  }
  const able = to.flatMap((code) => unitOf.get(code) ?? [])
  if (kind === 'opinion_poll') return random.some(able, random.int(3, 5))
  return random.some(able, random.pick([1, 1, 1, 2]))
}

/** Days given, by kind of document; from the shortest to the longest. */
const terms: Record<DirectiveKind, readonly [number, number]> = {
  official_letter: [5, 35],
  conclusion_notice: [7, 60],
  other_directive: [10, 90],
  opinion_poll: [3, 8],
}

/**
 * Orders say "within so many days" or name a round day of the month; neither asks whether that day
 * is a Sunday or falls into Tết.
 */
function planDueDate(
  random: Random,
  calendar: WorkCalendar,
  kind: DirectiveKind,
  issuedOn: CivilDate,
): CivilDate {
  const counted = addDays(issuedOn, random.int(...terms[kind]))
  if (random.chance(0.35)) {
    const round = `${counted.slice(0, 8)}${random.pick(['10', '15', '20', '25', '28'])}`
    if (round > issuedOn) return round
  }
  if (random.chance(0.12)) return counted
  return calendar.firstWorkingDayFrom(counted)
}
