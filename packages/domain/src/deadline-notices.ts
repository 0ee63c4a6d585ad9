/*
 * Reminders of due dates (Đ6.5, Đ7: the unit acts in time, the office follows it up). On working
 * days whoever owes a report is told that it is due in 7, 3 and 1 working days, and once that it is
 * overdue, from the first working day after the effective due date.
 *
 * What counts is the stage that has been reached by now: a stage nobody told of on its own day, as
 * while no server ran, is told on the next as long as it lasts, and one that was overtaken by the
 * next is not told any more. A stage that was over before the work was owed at all, or was owed
 * by that day, is no news either: who gives, returns or moves work says the day it is due.
 */
import { addDays, type CivilDate, endOfDay } from './civil-date.ts'
import { workingDaysLeft } from './due-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** Working days before the effective due date, the longest first. */
export const daysOfReminder = [7, 3, 1] as const

export type DeadlineStage = (typeof daysOfReminder)[number] | 'overdue'

/** For how many working days the stage of being overdue lasts: what is older is no news. */
export const overdueIsNewsFor = 10

export interface DeadlineNotice {
  stage: DeadlineStage
  /** The working day on which the stage began. */
  reachedOn: CivilDate
  /** As `workingDaysLeft` has it: 0 on the due date, negative once overdue. */
  workingDaysLeft: number
}

/**
 * What is to be told on a day of work that falls effectively due on another; null when nothing is,
 * as on any day off. Throws `outside-calendar`, `no-working-day`.
 */
export function deadlineNoticeOn(
  calendar: WorkCalendar,
  today: CivilDate,
  effectiveDueOn: CivilDate,
): DeadlineNotice | null {
  if (!calendar.isWorkingDay(today)) return null
  const left = workingDaysLeft(calendar, today, effectiveDueOn)
  if (left < 0) {
    if (left < -overdueIsNewsFor) return null
    const reachedOn = calendar.nextWorkingDay(effectiveDueOn)
    return { stage: 'overdue', reachedOn, workingDaysLeft: left }
  }
  const stage = daysOfReminder.findLast((days) => left <= days)
  if (stage === undefined) return null
  let reachedOn = today
  for (let day = today; isReached(calendar, stage, day, effectiveDueOn); day = addDays(day, -1)) {
    reachedOn = day
  }
  return { stage, reachedOn, workingDaysLeft: left }
}

const isReached = (calendar: WorkCalendar, stage: number, day: CivilDate, due: CivilDate) =>
  calendar.workingDaysBetween(day, due) <= stage

/**
 * The instant before which work must be owed, by this day, to be told of a stage: the end of the
 * day on which the stage began.
 */
export const newsIfOwedBefore = ({ reachedOn }: DeadlineNotice): Date => endOfDay(reachedOn)

/**
 * Every effective due date of which there is something to tell on a day, the earliest first.
 * Throws `outside-calendar`, `no-working-day`.
 */
export function deadlineNoticesOn(
  calendar: WorkCalendar,
  today: CivilDate,
): (DeadlineNotice & { effectiveDueOn: CivilDate })[] {
  if (!calendar.isWorkingDay(today)) return []
  const [longest] = daysOfReminder
  const last = calendar.addWorkingDays(today, longest)
  let first = today
  const isNews = (day: CivilDate) => workingDaysLeft(calendar, today, day) >= -overdueIsNewsFor
  while (isNews(addDays(first, -1))) first = addDays(first, -1)
  const notices = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const notice = deadlineNoticeOn(calendar, today, day)
    if (notice) notices.push({ effectiveDueOn: day, ...notice })
  }
  return notices
}
