import type { AssignmentStatus, CivilDate, StatisticsGrouping } from '@dunghan/domain'
import { paths, type Search } from '../../lib/paths.ts'
import type { Question } from './question.ts'
import { spanOf } from './span.ts'

interface Figure {
  /** The row it stands in; none for the sum. */
  key?: string | undefined
  status?: readonly AssignmentStatus[]
  state?: 'returned' | 'assigned'
}

const filterOf: Partial<Record<StatisticsGrouping, string>> = {
  unit: 'unitId',
  unitType: 'unitType',
  leader: 'directedById',
  kind: 'kind',
  specialist: 'draftedById',
  status: 'status',
}

/**
 * The list a figure counts, with the same conditions. Null where a list cannot be narrowed the same
 * way: what was carried over into a period.
 */
export function listBehind(question: Question, { key, status, state }: Figure): string | null {
  const { groupBy, basis, from, to, ...filters } = question
  const search: Search = { ...filters, status, state }
  const filter = filterOf[groupBy]
  if (key !== undefined && filter) search[filter] = key
  // A figure of one status within the row of another counts nothing.
  if (groupBy === 'status' && key !== undefined && status && !status.some((one) => one === key)) {
    return null
  }
  const span = narrowed({ from, to }, key !== undefined && !filter ? spanOf(key) : null)
  if (basis === 'active' && (from || to)) return null
  const [first, last] = basis === 'due' ? ['dueFrom', 'dueTo'] : ['issuedFrom', 'issuedTo']
  return paths.assignments({ ...search, [first as string]: span.from, [last as string]: span.to })
}

interface Span {
  from?: CivilDate | undefined
  to?: CivilDate | undefined
}

function narrowed(period: Span, row: Span | null): Span {
  if (!row) return period
  const from = period.from && (!row.from || period.from > row.from) ? period.from : row.from
  const to = period.to && (!row.to || period.to < row.to) ? period.to : row.to
  return { from, to }
}
