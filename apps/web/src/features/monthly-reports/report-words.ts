import { civilDateAt, endOfDay } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { asOfWords } from '../../lib/as-of.ts'
import { formatCivilDate, formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'

type Terms = Pick<Schema<'MonthlyReportSummary'>, 'kind' | 'from' | 'to'>

/** `10/2026`. */
export const monthWords = (month: string) => `${month.slice(5, 7)}/${month.slice(0, 4)}`

/** `Tháng 10/2026`, or from when to when. */
export const periodWords = ({ kind, from, to }: Terms) =>
  kind === 'monthly'
    ? m.monthly_reports_month({ month: monthWords(from) })
    : m.monthly_reports_period({ from: formatCivilDate(from), to: formatCivilDate(to) })

/** The last instant of a day is its end; any other has its time. */
export function instantWords(asOf: string): string {
  const at = new Date(asOf)
  const date = civilDateAt(at)
  return asOfWords(endOfDay(date).getTime() - 1 === at.getTime() ? date : asOf)
}

export const drawnUpWords = ({
  drawnUpAt,
  drawnUpBy,
}: Pick<Schema<'MonthlyReportSummary'>, 'drawnUpAt' | 'drawnUpBy'>) => ({
  by: drawnUpBy?.displayName ?? m.monthly_reports_by_itself(),
  at: formatInstant(drawnUpAt),
})
