/*
 * How long what is overdue has been so (Đ6.5, Đ7.6), in working days after the effective due date up
 * to and including the day it is looked at: at least one, also on the weekend right after, exactly as
 * a report sent that day would be late. Five ages; in each lie the effective due dates of a stretch
 * of days, so that counting by age is counting by ranges of one date.
 */
import { addDays, type CivilDate } from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

export const overdueAges = ['1-5', '6-10', '11-20', '21-60', 'over-60'] as const

export type OverdueAge = (typeof overdueAges)[number]

/** The most working days of each age but the last, which has no end. */
const longest: Partial<Record<OverdueAge, number>> = {
  '1-5': 5,
  '6-10': 10,
  '11-20': 20,
  '21-60': 60,
}

/** The effective due dates whose work is of one age; both ends included, null is open. */
export interface OverdueAgeRange {
  age: OverdueAge
  effectiveDueFrom: CivilDate | null
  effectiveDueTo: CivilDate
}

/** Working days something effectively due on a day is overdue by on another; null when it is not. */
export function daysOverdue(
  calendar: WorkCalendar,
  effectiveDueOn: CivilDate,
  today: CivilDate,
): number | null {
  if (today <= effectiveDueOn) return null
  return Math.max(1, calendar.workingDaysBetween(effectiveDueOn, today))
}

/** The ranges of all ages as seen on a day, the youngest first. Throws `outside-calendar`. */
export function overdueAgeRanges(calendar: WorkCalendar, today: CivilDate): OverdueAgeRange[] {
  let effectiveDueTo = addDays(today, -1)
  return overdueAges.map((age) => {
    const effectiveDueFrom = firstDueOn(calendar, today, longest[age] ?? Number.POSITIVE_INFINITY)
    const range = { age, effectiveDueFrom, effectiveDueTo }
    if (effectiveDueFrom) effectiveDueTo = addDays(effectiveDueFrom, -1)
    return range
  })
}

/** The earliest effective due date overdue by no more than so many working days. */
function firstDueOn(calendar: WorkCalendar, today: CivilDate, days: number): CivilDate | null {
  if (days === Number.POSITIVE_INFINITY) return null
  let first = today
  for (let day = addDays(today, -1); calendar.knows(day); day = addDays(day, -1)) {
    if (calendar.workingDaysBetween(day, today) > days) break
    first = day
  }
  return first
}
