import {
  addDays,
  type CivilDate,
  civilDateAt,
  type DirectiveKind,
  documentEntryDeadline,
  formatCivilDate,
  instantAt,
  type Visibility,
  type WorkCalendar,
} from '@dunghan/domain'
import {
  type DemoAccount,
  demoAccounts,
  demoLeaders,
  demoOfficeSigners,
} from '../../../../prisma/demo/people.ts'
import { madeUpNotice, withdrawnDirectiveReasons } from '../../../../prisma/demo/phrases.ts'
import { demoSubjects } from '../../../../prisma/demo/subjects/index.ts'
import type { Field } from '../../../../prisma/demo/subjects/subject.ts'
import type { Numbering } from './document-numbers.ts'
import { createWords } from './fill-words.ts'
import { deskMinute, instantIn, minuteAt, soonAfter, timeOfDay } from './office-hours.ts'
import type { PlannedDirective } from './plan.ts'
import { planTasks } from './plan-tasks.ts'
import type { Random } from './random.ts'
import { writeTitle } from './write-title.ts'

/** What the whole story decides about one order. */
export interface Given {
  issuedOn: CivilDate
  kind: DirectiveKind
  visibility: Visibility
  /** The present. */
  until: Date
}

/** One order: what it is about, how it is written, when it was entered, and what comes of it. */
export function planDirective(
  random: Random,
  numbering: Numbering,
  calendar: WorkCalendar,
  { issuedOn, kind, visibility, until }: Given,
): PlannedDirective {
  const able = kind === 'opinion_poll' ? demoSubjects.filter(({ drafts }) => drafts) : demoSubjects
  const subject = random.pick(able)
  const words = createWords(random, issuedOn)
  const leader = leaderOf(random, subject.field)
  const { topic, ...heading } = writeTitle(random, numbering, {
    kind,
    subject,
    words,
    leader,
    issuedOn,
  })
  const issuedMinute = random.chance(0.2)
    ? random.int(15 * 60 + 1, 17 * 60)
    : random.int(7 * 60 + 30, 15 * 60)
  const recordedAt = planEntry(random, calendar, issuedOn, issuedMinute)
  const tasks = planTasks(random, calendar, {
    kind,
    subject,
    words,
    topic,
    issuedOn,
    recordedAt,
    until,
  })
  return {
    document: {
      ...heading,
      kind,
      abstract: abstractOf(kind, topic, leader.position, tasks[0]?.dueOn ?? issuedOn),
      issuedOn,
      issuedTime: random.chance(0.75) ? timeOfDay(issuedMinute) : null,
      signedBy: signerOf(random, kind, leader.name),
      visibility,
    },
    leaderName: leader.name,
    drafter: officerOf(random, 'specialist', subject.field),
    reviewer: officerOf(random, 'reviewer', subject.field),
    paper: random.chance(0.85) ? 'signed' : 'unsigned',
    annex: random.chance(0.2),
    recordedAt,
    tasks,
    withdrawal: random.chance(0.012) ? planWithdrawal(random, calendar, recordedAt) : null,
  }
}

/** Mostly within the 15:00 rule; some are entered days later. */
function planEntry(
  random: Random,
  calendar: WorkCalendar,
  issuedOn: CivilDate,
  minute: number,
): Date {
  const issuedAt = instantAt(issuedOn, timeOfDay(minute))
  const deadline = documentEntryDeadline(calendar, { issuedOn, issuedTime: timeOfDay(minute) })
  if (random.chance(0.09)) {
    const day = calendar.addWorkingDays(deadline.on, random.int(1, 3))
    return instantIn(random, day, deskMinute(random))
  }
  const at = soonAfter(random, calendar, issuedAt)
  return civilDateAt(at) <= deadline.on
    ? at
    : instantIn(random, deadline.on, Math.min(minuteAt(issuedAt) + random.int(5, 60), 23 * 60))
}

function planWithdrawal(random: Random, calendar: WorkCalendar, recordedAt: Date) {
  const day = calendar.addWorkingDays(civilDateAt(recordedAt), random.int(1, 6))
  return {
    at: instantIn(random, day, deskMinute(random)),
    reason: random.pick(withdrawnDirectiveReasons),
  }
}

const leaderOf = (random: Random, field: Field) =>
  random.pick(demoLeaders.filter(({ fields }) => fields.includes(field)))

function signerOf(random: Random, kind: DirectiveKind, leaderName: string): string {
  const byOffice = kind === 'conclusion_notice' || kind === 'opinion_poll' || random.chance(0.25)
  return byOffice ? random.pick(demoOfficeSigners) : leaderName
}

function officerOf(random: Random, role: DemoAccount['role'], field: Field): string {
  const able = demoAccounts.filter((each) => each.role === role && each.fields?.includes(field))
  return random.pick(able).username
}

function abstractOf(
  kind: DirectiveKind,
  topic: string,
  position: string,
  dueOn: CivilDate,
): string {
  const until = `trước ngày ${formatCivilDate(addDays(dueOn, 1))}`
  const sentence =
    kind === 'opinion_poll'
      ? `Xin ý kiến các cơ quan, đơn vị về ${topic}; gửi ý kiến ${until}.`
      : `Ý kiến chỉ đạo của ${position} về ${topic}; báo cáo kết quả ${until}.`
  return `${sentence} (${madeUpNotice})`
}
