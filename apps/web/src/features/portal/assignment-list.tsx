import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { assignmentColumns } from './assignment-columns.tsx'
import type { assignmentSorts, PublicFilters } from './filters.ts'
import { publicAssignments } from './queries.ts'

interface Props {
  filters: PublicFilters
  sort: (typeof assignmentSorts)[number]
  sortHref: (sort: string) => string
  /** Left out where every row is of the same unit. */
  unitColumn?: boolean
}

/** A list of public tasks that grows page by page. */
export function AssignmentList({ filters, sort, sortHref, unitColumn = true }: Props) {
  const query = useSuspenseInfiniteQuery(publicAssignments(filters, sort))
  const rows = query.data.pages.flatMap(({ items }) => items)
  const { total, totalIsExact } = query.data.pages[0] ?? {}
  if (rows.length === 0) {
    return <EmptyState title={m.ui_nothing_found()}>{m.ui_nothing_found_hint()}</EmptyState>
  }
  return (
    <DataTable
      caption={m.portal_assignments_title()}
      columns={assignmentColumns({ unit: unitColumn })}
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      sortHref={sortHref}
      total={total}
      totalIsExact={totalIsExact}
      more={{
        has: query.hasNextPage,
        loading: query.isFetchingNextPage,
        load: query.fetchNextPage,
      }}
    />
  )
}
