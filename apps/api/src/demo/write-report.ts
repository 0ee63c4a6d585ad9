import { addDays, type CivilDate, civilDateAt, type WorkCalendar } from '@dunghan/domain'
import { familyNames, femaleNames, maleNames } from '../../../../prisma/demo/names.ts'
import {
  madeUpNotice,
  reportSummaries,
  reportTitles,
  supplementedSummaries,
} from '../../../../prisma/demo/phrases.ts'
import { type DemoUnit, demoUnits } from '../../../../prisma/demo/units.ts'
import { minuteAt, timeOfDay } from './office-hours.ts'
import type { PlannedReport } from './plan.ts'
import { createRandom, type Random } from './random.ts'

/** The document by which a unit answers, issued on the day it is sent or somewhat before. */
export function writeReport(
  random: Random,
  calendar: WorkCalendar,
  unit: DemoUnit,
  topic: string,
  { sentAt, attempt, recordedAt }: { sentAt: Date; attempt: number; recordedAt: Date },
): PlannedReport {
  const { issuedOn, issuedTime } = planIssue(random, calendar, sentAt, recordedAt)
  const title = random.pick(reportTitles).replace('{việc}', topic)
  return {
    title: title.slice(0, 500),
    // Its own register is not part of the story: numbers grow through the year.
    number: String(
      Math.max(1, dayOfYear(issuedOn) * (unit.mark === 'UBND' ? 1 : 4) + random.int(0, 3)),
    ).padStart(2, '0'),
    symbol: title.startsWith('Công văn') ? `${unit.mark}-VP` : `BC-${unit.mark}`,
    abstract: `V/v ${topic}. (${madeUpNotice})`,
    issuedOn,
    issuedTime,
    signedBy: random.pick(signersOf(unit)),
    summary: random.pick(attempt > 1 ? supplementedSummaries : reportSummaries),
    paper: random.chance(0.7) ? 'signed' : 'scan',
  }
}

function planIssue(random: Random, calendar: WorkCalendar, sentAt: Date, recordedAt: Date) {
  const sentOn = civilDateAt(sentAt)
  const minute = minuteAt(sentAt)
  const first = civilDateAt(recordedAt)
  const days = random.weighted({ '0': 78, '1': 12, '3': 10 })
  const before = addDays(sentOn, -Number(days))
  const issuedOn = before > first && calendar.isWorkingDay(before) ? before : sentOn
  if (random.chance(0.4)) return { issuedOn, issuedTime: null }
  if (issuedOn < sentOn) {
    const afterThree = random.chance(0.5)
    return {
      issuedOn,
      issuedTime: timeOfDay(afterThree ? random.int(901, 1010) : random.int(480, 900)),
    }
  }
  return { issuedOn, issuedTime: timeOfDay(Math.max(0, minute - random.int(2, 60))) }
}

const dayOfYear = (date: CivilDate) =>
  Math.floor((Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / 86_400_000) + 1

const position = new Map(demoUnits.map(({ code }, i) => [code, i]))
const randomOf = (unit: DemoUnit) => createRandom(7919 * (1 + (position.get(unit.code) ?? 0)))

/** How well a unit keeps its dates; some are known for it. */
export function diligenceOf(unit: DemoUnit): number {
  return 0.25 + 0.75 * randomOf(unit).share()
}

/** The two people who sign for a unit. */
function signersOf(unit: DemoUnit): string[] {
  const random = randomOf(unit)
  return [maleNames, femaleNames].map(
    (names) => `${random.pick(familyNames)} ${random.pick(names)}`,
  )
}
