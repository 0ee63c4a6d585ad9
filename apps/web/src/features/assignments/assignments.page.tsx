import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type Assignment, assignmentList, firstAssignments } from '../../api/assignments.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient, settled } from '../../api/query-client.ts'
import { allLeaders, allUnits } from '../../api/reference-data.ts'
import { useSavedViews } from '../../api/saved-views.ts'
import { allSpecialists } from '../../api/statistics.ts'
import { useMay } from '../../api/use-session.ts'
import { formatNumber } from '../../lib/format.ts'
import { understood } from '../../lib/known-search.ts'
import { patched } from '../../lib/patched-search.ts'
import { paths, withSearch } from '../../lib/paths.ts'
import { unfinished } from '../../lib/unfinished.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { BrokenSearch } from '../../ui/broken-search.tsx'
import { choiceColumn } from '../../ui/choice-column.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, namesOf } from '../../ui/filter-bar.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PastBanner } from '../../ui/past-banner.tsx'
import { ListSkeleton } from '../../ui/skeletons.tsx'
import { ViewsMenu } from '../../ui/views-menu.tsx'
import classes from './assignments.module.css'
import { ChosenBar } from './chosen-bar.tsx'
import { ExportMenu } from './export-menu.tsx'
import { listColumns } from './list-columns.tsx'
import { givenConditions, listFilters } from './list-filters.ts'
import { listKnown } from './list-known.ts'
import { isNarrowed, queryIn, sortIn, type Tab, tabIn, viewIn } from './list-query.ts'
import { ListRefused } from './list-refused.tsx'
import { useChosen } from './use-chosen.ts'

export async function loader({ request }: { request: Request }) {
  const query = queryIn(understood(new URL(request.url).searchParams, listKnown))
  await Promise.all([
    // What is refused is said on the page, above the conditions that can be mended there.
    settled(
      queryClient.ensureInfiniteQueryData({ ...assignmentList(query), revalidateIfStale: true }),
    ),
    queryClient.ensureQueryData(allUnits),
    queryClient.ensureQueryData(allLeaders),
  ])
  return null
}

export function Component() {
  const may = useMay()
  const office = may('assignment.readAll')
  const { params, broken, set } = useKnownSearch(listKnown)
  const chosen = useChosen(params)
  const units = useQuery(allUnits).data ?? []
  const leaders = useQuery(allLeaders).data ?? []
  const { data: waiting } = useQuery({
    ...firstAssignments({ extensionPending: 'true', limit: 1 }),
    enabled: may('extension.decide'),
  })
  const list = useInfiniteQuery({
    ...assignmentList(queryIn(params)),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const last = list.data?.pages.at(-1)
  // What is loaded stays when the next page cannot be read.
  const problem = list.isFetchNextPageError ? null : asProblem(list.error)
  const { asOf } = viewIn(params)
  const views = useSavedViews('assignments')
  const choice = { ...chosen, nameOf }
  const specialists = useQuery({ ...allSpecialists, enabled: office }).data ?? []
  const fields = listFilters({ units: office ? units : null, leaders, specialists, params })
  const given = givenConditions(params, fields)
  const here = (patch: Parameters<typeof patched>[1]) =>
    withSearch(paths.assignments(), asSearch(patched(params, patch)))
  return (
    <>
      <PageHeader
        title={office ? m.assignments_list_title() : m.shell_nav_own_assignments()}
        lead={office ? m.assignments_list_lead_office() : m.assignments_list_lead_unit()}
        actions={
          <>
            <ViewsMenu {...views} path={paths.assignments()} params={params} />
            <ExportMenu params={params} total={problem ? undefined : last?.total} />
          </>
        }
      />
      <LinkTabs
        label={m.assignments_tabs()}
        tabs={tabsOf({ office, params, asking: waiting?.total })}
        value={tabIn(params) ?? ''}
      />
      {asOf && !problem && (
        <PastBanner asOf={asOf} hrefNow={here({ asOf: null })}>
          {m.assignments_past()}
        </PastBanner>
      )}
      <BrokenSearch broken={broken} href={here({})} fields={[...fields, ...given]} />
      <FilterBar
        fields={fields}
        alsoClears={given.flatMap(namesOf)}
        params={params}
        onChange={set}
        total={problem ? undefined : last?.total}
        totalIsExact={last?.totalIsExact}
      />
      <FilterChips
        fields={[...fields, ...given]}
        params={params}
        path={paths.assignments()}
        except={shownByTab[tabIn(params) ?? 'all']}
      />
      {problem && (
        <ListRefused {...{ problem, params }} hrefWith={here} onRetry={() => list.refetch()} />
      )}
      {!last && !problem && <ListSkeleton />}
      {!last || problem ? null : rows.length === 0 ? (
        <Nothing params={params} office={office} />
      ) : (
        <div className={list.isPlaceholderData ? classes.stale : undefined}>
          <DataTable
            caption={m.assignments_list_title()}
            columns={[choiceColumn({ rows, rowKey }, choice), ...listColumns({ withUnit: office })]}
            rows={rows}
            rowKey={rowKey}
            sort={sortIn(params)}
            sortHref={(sort) => here({ sort })}
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
          {rows.length > LONG && <p className={classes.note}>{m.lists_find_hint()}</p>}
          <ChosenBar chosen={chosen} params={params} />
        </div>
      )}
    </>
  )
}

const rowKey = ({ id }: Assignment) => id
const nameOf = ({ task, unit }: Assignment) => `${task.content}, ${unit.name}`

/** From here on the browser's own search does not see every row. */
const LONG = 200

/** The condition that a tab stands for: said once. */
const shownByTab: Record<Tab, string[]> = {
  unfinished: ['status'],
  all: [],
  support: [],
  extensions: ['extensionPending'],
}

interface TabsProps {
  office: boolean
  params: URLSearchParams
  /** How many requests for extension wait; not counted for those who do not decide on them. */
  asking?: number
}

/**
 * What is still to be done, and everything; for the office also where more time is asked for, for a
 * unit what it only supports.
 */
const tabsOf = ({
  office,
  params,
  asking,
}: TabsProps): { value: Tab; label: string; href: string }[] => [
  {
    value: 'unfinished',
    label: m.assignments_tab_unfinished(),
    href: paths.assignments({ ...viewIn(params), status: unfinished }),
  },
  { value: 'all', label: m.assignments_tab_all(), href: paths.assignments(viewIn(params)) },
  ...(office
    ? [
        {
          value: 'extensions' as const,
          label: asking
            ? m.extensions_tab_count({ count: formatNumber(asking) })
            : m.extensions_tab(),
          href: paths.assignments({ ...viewIn(params), extensionPending: 'true' }),
        },
      ]
    : [
        {
          value: 'support' as const,
          label: m.assignments_tab_support(),
          href: paths.assignments({ ...viewIn(params), role: 'support' }),
        },
      ]),
]

const asSearch = (params: URLSearchParams) =>
  Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]))

function Nothing({ params, office }: { params: URLSearchParams; office: boolean }) {
  if (tabIn(params) === 'extensions' && !isNarrowed(patched(params, { extensionPending: null }))) {
    return <EmptyState title={m.extensions_empty_title()}>{m.extensions_empty_text()}</EmptyState>
  }
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
