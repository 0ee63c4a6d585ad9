import type { AssignmentStatus } from '@dunghan/domain'
import { figureDates, type Span } from '../../lib/figure-dates.ts'
import { paths } from '../../lib/paths.ts'
import type { StatisticsQuestion } from './queries.ts'

interface Figure {
  /** The row it stands in; none for the sum. */
  key?: string | undefined
  status?: AssignmentStatus | readonly AssignmentStatus[] | undefined
  /** The effective due dates of its row, grouped by how old the overdue is. */
  due?: Span
}

const filterOf: Partial<Record<StatisticsQuestion['groupBy'], string>> = {
  unit: 'unit',
  unitType: 'unitType',
  leader: 'directedById',
  kind: 'kind',
}

/**
 * The public list a figure counts. Null for figures of the past: public lists are those of now.
 */
export function publicListBehind(question: StatisticsQuestion, figure: Figure): string | null {
  if (question.asOf) return null
  const { key, status, due } = figure
  const { unit, units } = question
  const filter = key === undefined ? undefined : filterOf[question.groupBy]
  const dates = figureDates(question, key, due)
  return paths.publicAssignments({
    status,
    unit,
    units,
    ...dates,
    ...(filter ? { [filter]: key } : {}),
  })
}
