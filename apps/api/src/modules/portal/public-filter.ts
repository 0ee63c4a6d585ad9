import type { PublicStatisticsQuery } from '@dunghan/contract'
import { filterOf } from '../assignments/asked-filter.ts'
import type { AssignmentFilter } from '../assignments/assignment-filter.store.ts'

export type PublicFilters = Omit<
  PublicStatisticsQuery,
  'groupBy' | 'basis' | 'from' | 'to' | 'asOf' | 'units'
>

/** What anyone may list, count or take away: `internal` is left out by the query itself. */
export const publicFilter = ({ unit, updatedSince, ...rest }: PublicFilters): AssignmentFilter => ({
  ...filterOf(rest),
  role: ['lead'],
  publicOnly: true,
  unitCode: unit,
  changedSince: updatedSince ? new Date(updatedSince) : undefined,
})
