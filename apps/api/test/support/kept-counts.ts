import type { Moment, StatisticsCell } from '@dunghan/domain'
import { createWorkCalendar, overdueAgeRanges, statisticsGroupings } from '@dunghan/domain'
import { expect } from 'vitest'
import type { Tx } from '../../src/db/transaction.ts'
import type { AssignmentFilter } from '../../src/modules/assignments/assignment-filter.store.ts'
import { keptCountStore } from '../../src/modules/statistics/kept-counts.store.ts'
import { keptQuestionOf } from '../../src/modules/statistics/kept-question.ts'
import { type Grouping, statisticsStore } from '../../src/modules/statistics/statistics.store.ts'

const calendar = createWorkCalendar()

const byDate = ['day', 'month', 'quarter', 'year']

/** Every grouping, those by time by either date. */
export function allGroupings({ today }: Moment): Omit<Grouping, 'lately'>[] {
  const ages = overdueAgeRanges(calendar, today)
  return statisticsGroupings.flatMap((groupBy) =>
    (['issued', 'due'] as const)
      .filter((basis) => basis === 'issued' || byDate.includes(groupBy))
      .map((basis) => ({ groupBy, basis, ages })),
  )
}

/**
 * Compares what is kept with what is counted one by one, as of an instant; both read by the same
 * transaction, so under repeatable read of one moment.
 * @returns whether the counts kept answered at all
 */
export async function agrees(
  db: Tx,
  filter: AssignmentFilter,
  at: Date,
  moment: Moment,
  grouping: Omit<Grouping, 'lately'>,
): Promise<boolean> {
  const asked =
    grouping.groupBy === 'overdueAge' ? { ...filter, status: ['overdue' as const] } : filter
  const question = keptQuestionOf(asked, grouping)
  const kept = question && (await keptCountStore(db).findCells(question, at, moment, grouping))
  if (!kept) return false
  const counted = await statisticsStore(db).listCells({ ...asked, asOf: at }, moment, grouping)
  expect(flat(kept), JSON.stringify({ filter, at, grouping })).toEqual(flat(counted))
  return true
}

const flat = (cells: StatisticsCell[]) =>
  cells
    .map(({ key, status, count, returned, notReceived, extended }) =>
      [key, status, count, returned, notReceived, extended].join(' '),
    )
    .sort()
