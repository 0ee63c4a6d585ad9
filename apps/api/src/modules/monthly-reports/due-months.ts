import {
  addMonths,
  daysOfMonth,
  endOfDay,
  lastMonthDue,
  type Month,
  type WorkCalendar,
} from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'
import { monthlyReportStore } from './monthly-reports.store.ts'

/** How far back a month that was missed is still caught up with. */
const caughtUp = 12

/**
 * Months whose report is due and was not drawn up, the oldest first: of the last twelve, those at
 * whose end something was on record.
 */
export async function monthsToDrawUp(db: Tx, calendar: WorkCalendar, now: Date): Promise<Month[]> {
  const reports = monthlyReportStore(db)
  const last = lastMonthDue(calendar, now)
  const first = addMonths(last, 1 - caughtUp)
  const [begun, done] = await Promise.all([
    reports.findFirstRecording(),
    reports.listMonthsFrom(daysOfMonth(first).from),
  ])
  if (!begun) return []
  return Array.from({ length: caughtUp }, (_, at) => addMonths(first, at)).filter((month) => {
    const { from, to } = daysOfMonth(month)
    return begun < endOfDay(to) && !done.has(from)
  })
}
