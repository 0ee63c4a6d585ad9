import {
  addDays,
  type CivilDate,
  civilDateAt,
  entryDeadline,
  type WorkCalendar,
} from '@dunghan/domain'
import {
  acceptedComments,
  extensionReasons,
  rejectedExtensionComments,
  reopenReasons,
  returnedComments,
  withdrawnAssignmentReasons,
} from '../../../../prisma/demo/phrases.ts'
import { atLeast, deskMinute, instantIn, minuteAt, soonAfter } from './office-hours.ts'
import type { PlannedReport, Step } from './plan.ts'
import type { Random } from './random.ts'

/** What a life depends on. */
export interface LifeFacts {
  calendar: WorkCalendar
  assignedAt: Date
  dueOn: CivilDate
  /** The present: a unit that has not answered yet can only be one of lately. */
  until: Date
  /** How well the unit keeps its dates, from 0 to 1. */
  diligence: number
  /** Composes the document of one attempt, sent at an instant. */
  write(sentAt: Date, attempt: number): PlannedReport
}

/** Days within which an answer may still be owed; what is older has come, late as it was. */
const patience = 240

/**
 * One assignment from receipt to verdict, in order. Steps may lie after the present: they are those
 * that have not happened yet.
 */
export function planLife(random: Random, facts: LifeFacts): Step[] {
  const { calendar, assignedAt } = facts
  const steps: Step[] = []
  let now = assignedAt
  const add = (step: Step) => {
    steps.push(step)
    now = step.at
  }

  const sendAt = planSending(random, facts)
  if (random.chance(0.72)) {
    const seenAt = soonAfter(random, calendar, assignedAt)
    const receivedAt = random.chance(0.8) ? seenAt : soonAfter(random, calendar, seenAt)
    if (!sendAt || receivedAt < sendAt) add({ at: receivedAt, act: 'receive' })
  }
  if (random.chance(0.018)) {
    const at = soonAfter(random, calendar, dayAfter(random, calendar, now, random.int(0, 4)))
    return [...steps, { at, act: 'withdraw', reason: random.pick(withdrawnAssignmentReasons) }]
  }
  for (const step of planExtension(random, facts, now)) {
    if (!sendAt || step.at < sendAt) add(step)
  }
  if (!sendAt) return steps

  let attempt = 1
  add({ at: sendAt, act: 'report', report: facts.write(sendAt, attempt) })
  const returns = random.weighted({ none: 86, once: 11, twice: 3 })
  const toReturn = { none: 0, once: 1, twice: 2 }[returns]
  const sendAgain = () => {
    const wait = random.weighted({ soon: 6, later: 3 }) === 'soon' ? [0, 2] : [3, 7]
    const at = dayAfter(random, calendar, now, random.int(wait[0] as number, wait[1] as number))
    attempt += 1
    add({ at, act: 'report', report: facts.write(at, attempt) })
  }
  const accept = () => {
    const comment = random.chance(0.35) ? random.pick(acceptedComments) : null
    add({ at: planReview(random, calendar, now), act: 'review', verdict: 'satisfactory', comment })
  }
  for (let i = 0; i < toReturn; i++) {
    const at = planReview(random, calendar, now)
    add({ at, act: 'review', verdict: 'unsatisfactory', comment: random.pick(returnedComments) })
    sendAgain()
  }
  accept()
  if (random.chance(0.015)) {
    const at = dayAfter(random, calendar, now, random.int(2, 15))
    add({ at, act: 'reopen', reason: random.pick(reopenReasons) })
    sendAgain()
    accept()
  }
  return steps
}

/** A request for a later due date in the last days before it, and mostly what the office says. */
function planExtension(random: Random, { calendar, dueOn }: LifeFacts, after: Date): Step[] {
  if (!random.chance(0.07)) return []
  const on = calendar.addWorkingDays(addDays(dueOn, -random.int(4, 9)), 1)
  const at = atLeast(random, calendar, instantIn(random, on, deskMinute(random)), after)
  if (civilDateAt(at) > dueOn) return []
  const later = calendar.addWorkingDays(dueOn, random.int(5, 15))
  const request: Step = {
    at,
    act: 'requestExtension',
    dueOn: later,
    reason: random.pick(extensionReasons),
  }
  const decidedAt = dayAfter(random, calendar, at, random.int(0, 2))
  const rejected = random.chance(0.2)
  return [
    request,
    {
      at: decidedAt,
      act: 'decideExtension',
      decision: rejected ? 'rejected' : 'approved',
      comment: rejected ? random.pick(rejectedExtensionComments) : null,
    },
  ]
}

/** When the first report is sent; null: not within any time that counts. */
function planSending(random: Random, facts: LifeFacts): Date | null {
  const { calendar, assignedAt, dueOn, until, diligence } = facts
  const effectiveDueOn = calendar.firstWorkingDayFrom(dueOn)
  const slack = 1 - diligence
  const outcome = random.weighted({
    early: 42 + 10 * diligence,
    onTime: 34,
    late: 4 + 26 * slack,
    never: 1.5 + 6 * slack,
  })
  const on = (day: CivilDate) => instantIn(random, day, deskMinute(random))
  const late = () =>
    on(calendar.addWorkingDays(effectiveDueOn, random.int(1, random.pick([2, 4, 9, 20]))))
  const after = (at: Date) => atLeast(random, calendar, at, assignedAt)
  switch (outcome) {
    case 'early': {
      const room = calendar.workingDaysBetween(civilDateAt(assignedAt), addDays(dueOn, -1))
      // Most answer in the last days, few at once.
      const days = Math.floor(room * Math.sqrt(random.share()))
      return after(on(calendar.addWorkingDays(civilDateAt(assignedAt), Math.max(days, 0))))
    }
    case 'onTime': {
      const onDayOff = dueOn !== effectiveDueOn && random.chance(0.2)
      return after(on(onDayOff ? dueOn : effectiveDueOn))
    }
    case 'late':
      return after(late())
    default:
      return addDays(dueOn, patience) < civilDateAt(until) ? after(late()) : null
  }
}

/** Verdicts mostly keep the 15:00 rule; some are days late. */
function planReview(random: Random, calendar: WorkCalendar, sentAt: Date): Date {
  const { on } = entryDeadline(calendar, sentAt)
  const sameDay = on === civilDateAt(sentAt) && minuteAt(sentAt) < 16 * 60
  switch (random.weighted({ onTime: 84, late: 13, forgotten: 3 })) {
    case 'onTime':
      return sameDay
        ? instantIn(random, on, random.int(minuteAt(sentAt) + 5, 17 * 60))
        : atLeast(
            random,
            calendar,
            instantIn(random, on, random.int(7 * 60 + 20, 16 * 60 + 50)),
            sentAt,
          )
    case 'late':
      return instantIn(random, calendar.addWorkingDays(on, random.int(1, 4)), deskMinute(random))
    default:
      return instantIn(random, calendar.addWorkingDays(on, random.int(5, 15)), deskMinute(random))
  }
}

function dayAfter(random: Random, calendar: WorkCalendar, after: Date, days: number): Date {
  const day = calendar.addWorkingDays(civilDateAt(after), days)
  return atLeast(random, calendar, instantIn(random, day, deskMinute(random)), after)
}
