import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import type { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { BrokenSearch } from '../../ui/broken-search.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'

interface Page<Row> {
  items: Row[]
  total: number
  totalIsExact: boolean
}

interface Props<Row> {
  caption: string
  columns: readonly Column<Row>[]
  fields: readonly FilterField[]
  /** The address of the page, and the page itself. */
  search: ReturnType<typeof useKnownSearch>
  path: string
  list: UseInfiniteQueryResult<{ pages: Page<Row>[] }>
}

/** A list of records with its conditions, that grows page by page. */
export function RecordList<Row extends { id: string }>(props: Props<Row>) {
  const { caption, columns, fields, search, path, list } = props
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const last = list.data?.pages.at(-1)
  // What is loaded stays when the next page cannot be read.
  const problem = list.isFetchNextPageError ? null : asProblem(list.error)
  return (
    <>
      <BrokenSearch broken={search.broken} href={`${path}?${search.params}`} fields={fields} />
      <FilterBar
        fields={fields}
        params={search.params}
        onChange={search.set}
        total={last?.total}
        totalIsExact={last?.totalIsExact}
      />
      {problem && <ErrorState problem={problem} onRetry={() => list.refetch()} />}
      {last && rows.length === 0 ? (
        <EmptyState title={m.ui_nothing_found()}>{m.ui_nothing_found_hint()}</EmptyState>
      ) : (
        <DataTable
          caption={caption}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          total={last?.total}
          totalIsExact={last?.totalIsExact}
          more={{
            has: list.hasNextPage,
            loading: list.isFetchingNextPage,
            load: () => list.fetchNextPage(),
            byScroll: true,
            failed: list.isFetchNextPageError,
          }}
        />
      )}
    </>
  )
}
