/*
 * The monthly report (Đ5, Đ6.5): on the first working day of a month (R2) the office reports on the
 * month before it, so far as the calendar knows that day. Its figures are as of the end of the last
 * day of its month in Việt Nam: the same whenever it is drawn up, on that morning or, after a week
 * without power, later. What was entered, reported or accepted after that instant is in the next one.
 */
import { addDays, type CivilDate, civilDateAt, endOfDay, monthOf } from './civil-date.ts'
import { formatCivilDate } from './civil-date-text.ts'
import { RuleViolation } from './rule-violation.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** A month in Việt Nam, `YYYY-MM`. */
export type Month = string

export const monthlyReportKinds = ['monthly', 'ad_hoc'] as const

export type MonthlyReportKind = (typeof monthlyReportKinds)[number]

export interface MonthlyReportTerms {
  month: Month
  from: CivilDate
  to: CivilDate
  /** The last instant of the month. */
  asOf: Date
  /** The day it is drawn up: the first working day of the next month. */
  drawUpOn: CivilDate
}

/** The month `months` after this one; before it when negative. */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The first and the last day of a month. */
export function daysOfMonth(month: Month): { from: CivilDate; to: CivilDate } {
  return { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) }
}

/** What the report on a month is about, and when it is drawn up. Throws `outside-calendar`. */
export function monthlyReportTerms(calendar: WorkCalendar, month: Month): MonthlyReportTerms {
  const { from, to } = daysOfMonth(month)
  const asOf = new Date(endOfDay(to).getTime() - 1)
  return { month, from, to, asOf, drawUpOn: calendar.firstWorkingDayFrom(addDays(to, 1)) }
}

/** The last month whose report is due to be drawn up, on its day or after. */
export function lastMonthDue(calendar: WorkCalendar, now: Date): Month {
  const today = civilDateAt(now)
  const before = addMonths(monthOf(today), -1)
  return monthlyReportTerms(calendar, before).drawUpOn <= today ? before : addMonths(before, -1)
}

/** Throws `monthly-report-too-early` before the day on which a month is reported on. */
export function assertMonthDue({ month, drawUpOn }: MonthlyReportTerms, now: Date): void {
  if (civilDateAt(now) >= drawUpOn) return
  const named = `${month.slice(5, 7)}/${month.slice(0, 4)}`
  const params = { month: named, date: formatCivilDate(drawUpOn) }
  throw new RuleViolation('monthly-report-too-early', params, '/month')
}
