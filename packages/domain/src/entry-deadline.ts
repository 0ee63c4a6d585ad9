/*
 * R1 The 15:00 rule (Đ6.3b, Đ6.4, Đ7.5). What happens on a working day at 15:00:00 or earlier is to
 * be entered by the end of that day; what happens later ("sau 15 giờ" is strictly after), or on a
 * day off, when nobody is at work to enter it, by the end of the next working day.
 *
 * One rule used three times: a directive (issued → entered by the office), the document of a
 * report (issued → entered by the unit), a review (report sent → verdict given). Entering late is
 * recorded and shown, never refused: refusing would lose the task.
 */
import {
  type CivilDate,
  civilDateAt,
  endOfDay,
  instantAt,
  millisecondOfDayAt,
} from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** The last day to enter (`on`), and its end: `at` is the first instant that is too late. */
export interface EntryDeadline {
  on: CivilDate
  at: Date
}

export type EntryTimeliness = 'on_time' | 'late'

const THREE_PM_MS = 15 * 3_600_000

/**
 * By when what happened at an instant must be entered.
 * Throws `outside-calendar`, `no-working-day`.
 */
export function entryDeadline(calendar: WorkCalendar, at: Date): EntryDeadline {
  const day = civilDateAt(at)
  const inTime = calendar.isWorkingDay(day) && millisecondOfDayAt(at) <= THREE_PM_MS
  const on = inTime ? day : calendar.nextWorkingDay(day)
  return { on, at: endOfDay(on) }
}

/**
 * By when a document must be entered. `issuedOn` is a civil date, `issuedTime` a local `HH:mm` or
 * `HH:mm:ss`; without it the document counts as issued by 15:00, the strict reading.
 * Throws `outside-calendar`, `no-working-day`.
 */
export function documentEntryDeadline(
  calendar: WorkCalendar,
  issued: { issuedOn: CivilDate; issuedTime?: string | null },
): EntryDeadline {
  return entryDeadline(calendar, instantAt(issued.issuedOn, issued.issuedTime ?? '15:00'))
}

/** Whether an entry made at `enteredAt` kept the deadline, `deadlineAt` itself being too late. */
export function entryTimeliness(deadlineAt: Date, enteredAt: Date): EntryTimeliness {
  return enteredAt.getTime() < deadlineAt.getTime() ? 'on_time' : 'late'
}
