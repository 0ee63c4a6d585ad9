import { assignmentStatuses, type StatisticsGrouping } from '@dunghan/domain'
import type { StatisticsRow } from '../../api/statistics.ts'

type Value = (row: StatisticsRow) => number

// Where there is nothing to divide, a row belongs below every figure.
const plain: Record<string, Value> = {
  total: ({ total }) => total,
  returned: ({ returned }) => returned,
  notReceived: ({ notReceived }) => notReceived,
  extended: ({ extended }) => extended,
  onTimeRate: ({ rates }) => rates.onTime ?? -1,
  completionRate: ({ rates }) => rates.completion ?? -1,
  overdueRate: ({ rates }) => rates.overdue ?? -1,
}

/** By name, or in the order of time: as they came. */
export const AS_THEY_CAME = 'label'

/** The order asked for; where many stand side by side, until then those with most overdue first. */
export function sortIn(params: URLSearchParams, groupBy: StatisticsGrouping): string {
  const many = groupBy === 'unit' || groupBy === 'leader' || groupBy === 'specialist'
  return params.get('sort') || (many ? '-overdue' : AS_THEY_CAME)
}

/**
 * Rows by a column, `overdue` or `-overdue`, of two alike the one that counts more first; in the
 * order they came where none is named.
 */
export function sortRows(rows: readonly StatisticsRow[], sort: string): readonly StatisticsRow[] {
  const column = sort.replace(/^-/, '')
  const status = assignmentStatuses.find((name) => name === column)
  const value = status ? ({ counts }: StatisticsRow) => counts[status] ?? 0 : plain[column]
  if (!value) return rows
  const direction = sort.startsWith('-') ? -1 : 1
  return rows.toSorted((a, b) => direction * (value(a) - value(b)) || b.total - a.total)
}
