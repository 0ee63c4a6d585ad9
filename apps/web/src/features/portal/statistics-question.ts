import { assignmentStatuses, parseCivilDate, statisticsBases } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { asOfIn } from '../../lib/as-of.ts'
import { completedOf } from './completed.ts'
import { among } from './filters.ts'
import type { StatisticsQuestion } from './queries.ts'

/** By what the public may group; a specialist's name is not public. */
export const groupings = ['unit', 'unitType', 'leader', 'kind', 'month', 'quarter', 'year'] as const

/** What the address asks for. */
export function questionIn(params: URLSearchParams): StatisticsQuestion {
  const one = <Known extends string>(name: string, known: readonly Known[], otherwise: Known) =>
    among([params.get(name) ?? ''], known)[0] ?? otherwise
  return {
    groupBy: one('groupBy', groupings, 'unit'),
    basis: one('basis', statisticsBases, 'issued'),
    from: parseCivilDate(params.get('from') ?? '') ?? undefined,
    to: parseCivilDate(params.get('to') ?? '') ?? undefined,
    asOf: asOfIn(params),
    units: among(params.getAll('units'), ['by_successor'])[0],
  }
}

type Row = Schema<'StatisticsRow'>

/** The order asked for; where many stand side by side, until then those with most overdue first. */
export const sortIn = (params: URLSearchParams, { groupBy }: StatisticsQuestion): string =>
  params.get('sort') ?? (groupBy === 'unit' || groupBy === 'leader' ? '-overdue' : 'label')

/**
 * Rows by a column, `overdue` or `-overdue`, of two alike the one that counts more first; as they
 * came where none is named.
 */
export function sortedRows(rows: readonly Row[], sort: string): readonly Row[] {
  const descending = sort.startsWith('-')
  const column = sort.replace(/^-/, '')
  const value = column && figureOf(column)
  if (!value) return rows
  const direction = descending ? -1 : 1
  return rows.toSorted((a, b) => direction * (value(a) - value(b)) || b.total - a.total)
}

function figureOf(column: string): ((row: Row) => number) | null {
  if (column === 'total') return ({ total }) => total
  if (column === 'completed') return ({ counts }) => completedOf(counts)
  const status = among([column], assignmentStatuses)[0]
  if (status) return ({ counts }) => counts[status] ?? 0
  const rate = among([column], ['onTime', 'completion', 'overdueRate'])[0]
  // Where there is nothing to count, a row belongs at the end of the scale.
  if (rate === 'overdueRate') return ({ rates }) => rates.overdue ?? -1
  return rate ? ({ rates }) => rates[rate] ?? -1 : null
}
