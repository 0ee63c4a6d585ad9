import type { AssignmentStatus } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { figureDates } from '../../lib/figure-dates.ts'
import { paths, type Search } from '../../lib/paths.ts'

/** What a figure of a report counts, beside its period. */
export interface Figure {
  status?: readonly AssignmentStatus[] | undefined
  unitId?: string
  unitType?: string
  directedById?: string
  kind?: string
  issuedFrom?: string
  issuedTo?: string
}

export type LinkOf = (figure: Figure) => string

/** The lists behind a report's figures, as they stood at its instant. */
export const linksOf =
  ({ from, to, asOf }: Pick<Schema<'MonthlyReportPreview'>, 'from' | 'to' | 'asOf'>): LinkOf =>
  (figure) => {
    const dates = figureDates({ groupBy: 'unit', basis: 'active', from, to })
    return paths.assignments({ ...dates, ...figure, asOf } as Search)
  }
