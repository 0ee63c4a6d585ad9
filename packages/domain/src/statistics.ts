/*
 * Statistics (Đ5, Đ6.5). Assignments are counted in the seven statuses, which add up to the total;
 * `returned`, `notReceived` and `extended` are counted beside them, not as buckets. A rate of
 * nothing is null: neither 0 nor 100 % would be true. Totals equal the sum of the rows.
 */
import { type AssignmentStatus, assignmentStatuses } from './assignment-status.ts'

/**
 * `issued` in the period; effectively `due` in it; `active` in it: issued by its end and not
 * completed before its start.
 */
export const statisticsBases = ['issued', 'due', 'active'] as const

export type StatisticsBasis = (typeof statisticsBases)[number]

export const statisticsGroupings = [
  'unit',
  'unitType',
  'leader',
  'kind',
  'specialist',
  'day',
  'month',
  'quarter',
  'year',
  'status',
  'overdueAge',
] as const

export type StatisticsGrouping = (typeof statisticsGroupings)[number]

export type StatisticsCounts = Record<AssignmentStatus, number>

/** Between 0 and 1, or null where there is nothing to divide by. */
export interface StatisticsRates {
  /** Completed early or on time, among the completed. */
  onTime: number | null
  /** Completed, among all. */
  completion: number | null
  /** Overdue, among all. */
  overdue: number | null
}

export interface StatisticsFigures {
  total: number
  counts: StatisticsCounts
  returned: number
  notReceived: number
  extended: number
  rates: StatisticsRates
}

export interface StatisticsRow extends StatisticsFigures {
  key: string
}

/** One assignment to be counted; a null status (withdrawn, supporting) is not. */
export interface StatisticsInput {
  status: AssignmentStatus | null
  returned: boolean
  notReceived: boolean
  extended: boolean
}

/** How many assignments of one group stand in one status, and how many of those are also … */
export interface StatisticsCell {
  key: string
  status: AssignmentStatus
  count: number
  returned: number
  notReceived: number
  extended: number
}

/** All seven statuses at zero. */
export function emptyCounts(): StatisticsCounts {
  return Object.fromEntries(assignmentStatuses.map((status) => [status, 0])) as StatisticsCounts
}

/** How many assignments the counts hold. */
export function totalOf(counts: StatisticsCounts): number {
  return assignmentStatuses.reduce((sum, status) => sum + counts[status], 0)
}

/** The three rates of some counts. */
export function ratesOf(counts: StatisticsCounts): StatisticsRates {
  const total = totalOf(counts)
  const inTime = counts.completed_early + counts.completed_on_time
  const completed = inTime + counts.completed_late
  return {
    onTime: share(inTime, completed),
    completion: share(completed, total),
    overdue: share(counts.overdue, total),
  }
}

/** The sum of rows already counted, with its own rates. */
export function totalsOf(
  rows: Iterable<Omit<StatisticsFigures, 'rates' | 'total'>>,
): StatisticsFigures {
  const sum = emptyFigures()
  for (const row of rows) {
    for (const status of assignmentStatuses) sum.counts[status] += row.counts[status]
    sum.returned += row.returned
    sum.notReceived += row.notReceived
    sum.extended += row.extended
  }
  return finish(sum)
}

/** Counts assignments by key. Rows come in the order in which their keys are first met. */
export function tally<Row extends StatisticsInput>(
  assignments: Iterable<Row>,
  keyOf: (assignment: Row) => string,
): { rows: StatisticsRow[]; totals: StatisticsFigures } {
  return sumCells(cellsOf(assignments, keyOf))
}

function* cellsOf<Row extends StatisticsInput>(
  assignments: Iterable<Row>,
  keyOf: (assignment: Row) => string,
): Iterable<StatisticsCell> {
  for (const assignment of assignments) {
    const { status, returned, notReceived, extended } = assignment
    if (status === null) continue
    yield {
      key: keyOf(assignment),
      status,
      count: 1,
      returned: Number(returned),
      notReceived: Number(notReceived),
      extended: Number(extended),
    }
  }
}

/**
 * Sums cells, each of many assignments, by key; rows in the order in which keys are first met.
 * @param always keys that have a row before all others, also when nothing is counted under them
 */
export function sumCells(
  cells: Iterable<StatisticsCell>,
  always: readonly string[] = [],
): {
  rows: StatisticsRow[]
  totals: StatisticsFigures
} {
  const byKey = new Map(always.map((key) => [key, emptyFigures()]))
  for (const cell of cells) {
    const figures = byKey.get(cell.key) ?? emptyFigures()
    byKey.set(cell.key, figures)
    figures.counts[cell.status] += cell.count
    figures.returned += cell.returned
    figures.notReceived += cell.notReceived
    figures.extended += cell.extended
  }
  const rows = [...byKey].map(([key, figures]) => ({ key, ...finish(figures) }))
  return { rows, totals: totalsOf(rows) }
}

function emptyFigures(): StatisticsFigures {
  const counts = emptyCounts()
  return { total: 0, counts, returned: 0, notReceived: 0, extended: 0, rates: ratesOf(counts) }
}

function finish(figures: StatisticsFigures): StatisticsFigures {
  return { ...figures, total: totalOf(figures.counts), rates: ratesOf(figures.counts) }
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
