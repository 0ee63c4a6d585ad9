import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { assignmentList } from '../../api/assignments.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { allLeaders, allUnits } from '../../api/reference-data.ts'
import { useMay } from '../../api/use-session.ts'
import { patched } from '../../lib/patched-search.ts'
import { paths, withSearch } from '../../lib/paths.ts'
import { unfinished } from '../../lib/unfinished.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import classes from './assignments.module.css'
import { listColumns } from './list-columns.tsx'
import { listFilters } from './list-filters.ts'
import { isNarrowed, queryIn, sortIn, type Tab, tabIn } from './list-query.ts'

export async function loader({ request }: { request: Request }) {
  const query = queryIn(new URL(request.url).searchParams)
  await Promise.all([
    queryClient.ensureInfiniteQueryData({ ...assignmentList(query), revalidateIfStale: true }),
    queryClient.ensureQueryData(allUnits),
    queryClient.ensureQueryData(allLeaders),
  ])
  return null
}

export function Component() {
  const office = useMay()('assignment.readAll')
  const { params, set } = useSearchState()
  const units = useQuery(allUnits).data ?? []
  const leaders = useQuery(allLeaders).data ?? []
  const list = useInfiniteQuery({
    ...assignmentList(queryIn(params)),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const last = list.data?.pages.at(-1)
  const problem = asProblem(list.error)
  return (
    <>
      <PageHeader
        title={office ? m.assignments_list_title() : m.shell_nav_own_assignments()}
        lead={office ? m.assignments_list_lead_office() : m.assignments_list_lead_unit()}
      />
      <LinkTabs
        label={m.assignments_tabs()}
        tabs={tabsOf({ office })}
        value={tabIn(params) ?? ''}
      />
      <FilterBar
        fields={listFilters({ units: office ? units : null, leaders, params })}
        params={params}
        onChange={set}
        total={last?.total}
        totalIsExact={last?.totalIsExact}
      />
      {problem && <ErrorState problem={problem} onRetry={() => list.refetch()} />}
      {last && rows.length === 0 ? (
        <Nothing params={params} office={office} />
      ) : (
        <div className={list.isPlaceholderData ? classes.stale : undefined}>
          <DataTable
            caption={m.assignments_list_title()}
            columns={listColumns({ withUnit: office })}
            rows={rows}
            rowKey={({ id }) => id}
            sort={sortIn(params)}
            sortHref={(sort) => withSearch(location.pathname, asSearch(patched(params, { sort })))}
            total={last?.total}
            totalIsExact={last?.totalIsExact}
            more={{
              has: list.hasNextPage,
              loading: list.isFetchingNextPage,
              load: () => list.fetchNextPage(),
            }}
          />
        </div>
      )}
    </>
  )
}

/** What is still to be done, and everything; for a unit also what it only supports. */
const tabsOf = ({ office }: { office: boolean }): { value: Tab; label: string; href: string }[] => [
  {
    value: 'unfinished',
    label: m.assignments_tab_unfinished(),
    href: paths.assignments({ status: unfinished }),
  },
  { value: 'all', label: m.assignments_tab_all(), href: paths.assignments() },
  ...(office
    ? []
    : [
        {
          value: 'support' as const,
          label: m.assignments_tab_support(),
          href: paths.assignments({ role: 'support' }),
        },
      ]),
]

const asSearch = (params: URLSearchParams) =>
  Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]))

function Nothing({ params, office }: { params: URLSearchParams; office: boolean }) {
  if (isNarrowed(params)) {
    return <EmptyState title={m.ui_nothing_found()}>{m.ui_nothing_found_hint()}</EmptyState>
  }
  const support = params.get('role') === 'support'
  return (
    <EmptyState title={m.assignments_empty_title()}>
      {support
        ? m.assignments_empty_support()
        : office
          ? m.assignments_empty_office()
          : m.assignments_empty_unit()}
    </EmptyState>
  )
}
