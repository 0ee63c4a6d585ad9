import type { AssignmentStatus, StatisticsGrouping } from '@dunghan/domain'
import { figureDates, type Span } from '../../lib/figure-dates.ts'
import { paths, type Search } from '../../lib/paths.ts'
import type { Question } from './question.ts'

interface Figure {
  /** The row it stands in; none for the sum. */
  key?: string | undefined
  status?: AssignmentStatus | undefined
  state?: 'returned' | 'assigned'
  extended?: true
  /** The effective due dates of its row, grouped by how old the overdue is. */
  due?: Span
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
 * The list a figure counts: narrowed by the same conditions, at the same instant, with the same view
 * of units. Null for a figure that can only be zero: one status within the row of another.
 */
export function listBehind(question: Question, figure: Figure): string | null {
  const { groupBy, basis, from, to, ...filters } = question
  const { key, status, state, extended, due } = figure
  const filter = key === undefined ? undefined : filterOf[groupBy]
  if (filter === 'status' && status && status !== key) return null
  const search: Search = { ...filters, status, state, ...figureDates(question, key, due) }
  if (extended) search.extended = true
  if (filter) search[filter] = key
  return paths.assignments(search)
}
