import type { StatisticsCell } from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'
import type { Ground } from '../assignments/as-of.ts'
import type { AssignmentFilter } from '../assignments/assignment-filter.store.ts'
import { keptCountStore } from './kept-counts.store.ts'
import { keptQuestionOf } from './kept-question.ts'
import { type Grouping, statisticsStore } from './statistics.store.ts'

/** The cells of statistics: from the counts kept, where they can answer; else counted one by one. */
export async function countCells(
  db: Tx,
  filter: AssignmentFilter,
  { at, moment, lately }: Pick<Ground, 'at' | 'moment' | 'lately'>,
  grouping: Omit<Grouping, 'lately'>,
): Promise<StatisticsCell[]> {
  const question = lately ? keptQuestionOf(filter, grouping) : null
  const kept = question && (await keptCountStore(db).findCells(question, at, moment, grouping))
  return (
    kept ?? statisticsStore(db).listCells({ ...filter, asOf: at }, moment, { ...grouping, lately })
  )
}
