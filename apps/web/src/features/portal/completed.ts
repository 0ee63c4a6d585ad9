import type { Schema } from '../../api/types.ts'

/** What is done, in time or not. */
export const completed = ['completed_early', 'completed_on_time', 'completed_late'] as const

export const completedOf = (counts: Schema<'StatisticsFigures'>['counts']): number =>
  completed.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
