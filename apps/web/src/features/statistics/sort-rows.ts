import { assignmentStatuses } from '@dunghan/domain'
import type { StatisticsRow } from '../../api/statistics.ts'

type Value = (row: StatisticsRow) => number

// Where there is nothing to divide, a row belongs below every figure.
const plain: Record<string, Value> = {
  total: ({ total }) => total,
  returned: ({ returned }) => returned,
  notReceived: ({ notReceived }) => notReceived,
  onTimeRate: ({ rates }) => rates.onTime ?? -1,
  completionRate: ({ rates }) => rates.completion ?? -1,
  overdueRate: ({ rates }) => rates.overdue ?? -1,
}

/** Rows by a column, `overdue` or `-overdue`; in the order they came where none is named. */
export function sortRows(rows: readonly StatisticsRow[], sort: string): readonly StatisticsRow[] {
  const column = sort.replace(/^-/, '')
  const status = assignmentStatuses.find((name) => name === column)
  const value = status ? ({ counts }: StatisticsRow) => counts[status] ?? 0 : plain[column]
  if (!value) return rows
  const direction = sort.startsWith('-') ? -1 : 1
  return rows.toSorted((a, b) => direction * (value(a) - value(b)))
}
