import type { MonthlyReport, MonthlyReportSummary } from '@dunghan/contract'
import { ReportFigures } from '@dunghan/contract'
import type { MonthlyReportRecord } from './monthly-reports.store.ts'

export function toSummary({ asOf, drawnUpAt, ...rest }: MonthlyReportRecord): MonthlyReportSummary {
  return { ...rest, asOf: asOf.toISOString(), drawnUpAt: drawnUpAt.toISOString() }
}

export function toMonthlyReport({
  figures,
  ...record
}: MonthlyReportRecord & { figures: unknown }): MonthlyReport {
  return { ...toSummary(record), figures: readFigures(figures) }
}

/** Figures as they are shown now, of whichever version they were frozen in. */
function readFigures(figures: unknown): ReportFigures {
  return ReportFigures.parse(figures)
}
