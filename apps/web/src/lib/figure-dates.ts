import {
  addDays,
  type CivilDate,
  type StatisticsBasis,
  type StatisticsGrouping,
} from '@dunghan/domain'

/** A stretch of days, either end open. */
export interface Span {
  from?: CivilDate | undefined
  to?: CivilDate | undefined
}

interface Counted extends Span {
  groupBy: StatisticsGrouping
  basis: StatisticsBasis
}

/** The days a list of assignments may be narrowed by. */
interface FigureDates {
  effectiveDueFrom?: CivilDate | undefined
  effectiveDueTo?: CivilDate | undefined
  activeFrom?: CivilDate | undefined
  issuedFrom?: CivilDate | undefined
  issuedTo?: CivilDate | undefined
}

/**
 * The days by which a list is narrowed to what a figure counts: the period, by the basis it was
 * asked by, and within it the row of a month, a quarter or a year.
 * @param due the effective due dates of a row by how old the overdue is
 */
export function figureDates(
  { groupBy, basis, from, to }: Counted,
  key?: string,
  due: Span = {},
): FigureDates {
  const row = key !== undefined && byTime.includes(groupBy) ? spanOf(key) : {}
  const span = overlap({ from: basis === 'active' ? undefined : from, to }, row)
  const effective: Span = basis === 'due' ? overlap(span, due) : due
  // What was active since a day may have been issued at any time before the period ended.
  const issued: Span = basis === 'due' ? {} : span
  return {
    effectiveDueFrom: effective.from,
    effectiveDueTo: effective.to,
    activeFrom: basis === 'active' ? from : undefined,
    issuedFrom: issued.from,
    issuedTo: issued.to,
  }
}

const byTime: readonly StatisticsGrouping[] = ['month', 'quarter', 'year']

/** The days of a row of time: `2026-11`, `2026-Q4`, `2026`. */
export function spanOf(key: string): Span {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(key) ?? []
  if (!year) return {}
  if (month) return monthsOf(Number(year), Number(month), 1)
  return quarter
    ? monthsOf(Number(year), Number(quarter) * 3 - 2, 3)
    : monthsOf(Number(year), 1, 12)
}

/** So many whole months from the first day of one, which may lie outside its year. */
export function monthsOf(year: number, first: number, count: number) {
  const start = (month: number) =>
    `${year + Math.floor((month - 1) / 12)}-${two(((((month - 1) % 12) + 12) % 12) + 1)}-01`
  return { from: start(first), to: addDays(start(first + count), -1) }
}

/** What both stretches hold. */
function overlap(a: Span, b: Span): Span {
  // Days are compared as the texts they are.
  const [from] = [a.from, b.from]
    .filter((day) => day !== undefined)
    .toSorted()
    .toReversed()
  const [to] = [a.to, b.to].filter((day) => day !== undefined).toSorted()
  return { from, to }
}

const two = (value: number) => String(value).padStart(2, '0')
