/*
 * Status: the one bucket an assignment counts in at an instant (Đ5, Đ6.5, Đ7.6). A report that waits
 * for its verdict is `awaiting_review` whatever the date; an accepted one is completed early, on
 * time or late; an open one is overdue once its effective due date is past, due soon from a few
 * working days before, else in progress. The seven add up to the total, always.
 */
import type { AssignmentRole, AssignmentState } from './assignment.ts'
import { type CivilDate, civilDateAt } from './civil-date.ts'
import type { Timeliness } from './timeliness.ts'
import type { WorkCalendar } from './work-calendar.ts'

export const assignmentStatuses = [
  'in_progress',
  'due_soon',
  'overdue',
  'awaiting_review',
  'completed_early',
  'completed_on_time',
  'completed_late',
] as const

export type AssignmentStatus = (typeof assignmentStatuses)[number]

/** What an instant means for due dates, worked out once for many assignments. */
export interface Moment {
  today: CivilDate
  /** The last effective due date that is due soon. */
  dueSoonThrough: CivilDate
}

/** What the status depends on. `timeliness` is that of the report that counts. */
export interface StatusFacts {
  state: AssignmentState
  role?: AssignmentRole
  effectiveDueOn: CivilDate
  timeliness: Timeliness | null
}

/**
 * The moment of an instant, with due soon reaching `dueSoonDays` working days ahead.
 * Throws `outside-calendar`, `no-working-day`.
 */
export function momentAt(calendar: WorkCalendar, now: Date, dueSoonDays = 3): Moment {
  const today = civilDateAt(now)
  return { today, dueSoonThrough: calendar.addWorkingDays(today, dueSoonDays) }
}

/**
 * The status at a moment; null for what is not counted: withdrawn, or a supporting unit's.
 * Throws TypeError when a completed assignment has no timeliness, which only broken data has.
 */
export function statusOf(facts: StatusFacts, moment: Moment): AssignmentStatus | null {
  if (facts.role === 'support') return null
  switch (facts.state) {
    case 'withdrawn':
      return null
    case 'submitted':
      return 'awaiting_review'
    case 'completed':
      return completed(facts.timeliness)
    default:
      if (moment.today > facts.effectiveDueOn) return 'overdue'
      return facts.effectiveDueOn <= moment.dueSoonThrough ? 'due_soon' : 'in_progress'
  }
}

function completed(timeliness: Timeliness | null): AssignmentStatus {
  switch (timeliness) {
    case 'early':
      return 'completed_early'
    case 'on_time':
      return 'completed_on_time'
    case 'late':
      return 'completed_late'
    default:
      throw new TypeError('a completed assignment has no timeliness')
  }
}
