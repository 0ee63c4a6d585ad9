/*
 * Swaps have been announced as late as eight days before they apply, so a year that still rests on
 * the law's rules alone is brought to the admin's notice from 1 October of the year before.
 */
import { type CivilDate, yearOf } from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** The current year and, from 1 October, the next, where no official calendar stands behind them. */
export function yearsAwaitingCalendar(calendar: WorkCalendar, today: CivilDate): number[] {
  const year = yearOf(today)
  const years = today.slice(5) >= '10-01' ? [year, year + 1] : [year]
  return years.filter((each) => each <= calendar.lastYear && calendar.basisOf(each) === 'rule')
}
