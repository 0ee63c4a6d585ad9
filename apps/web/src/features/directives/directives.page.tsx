import { IconFilePlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { allLeaders, allUnits } from '../../api/reference-data.ts'
import { useSavedViews } from '../../api/saved-views.ts'
import { useMay } from '../../api/use-session.ts'
import { understood } from '../../lib/known-search.ts'
import { paths } from '../../lib/paths.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { BrokenSearch } from '../../ui/broken-search.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ViewsMenu } from '../../ui/views-menu.tsx'
import { directiveColumns } from './directive-columns.tsx'
import { directiveFilters } from './directive-filters.ts'
import { directiveKnown } from './directive-known.ts'
import { directiveList, filtersIn } from './queries.ts'

export async function loader({ request }: { request: Request }) {
  const filters = filtersIn(understood(new URL(request.url).searchParams, directiveKnown))
  await Promise.all([
    queryClient.ensureInfiniteQueryData(directiveList(filters)),
    queryClient.ensureQueryData(allUnits),
    queryClient.ensureQueryData(allLeaders),
  ])
  return null
}

export function Component() {
  const { params, broken, set } = useKnownSearch(directiveKnown)
  const units = useQuery(allUnits).data ?? []
  const leaders = useQuery(allLeaders).data ?? []
  const list = useInfiniteQuery({
    ...directiveList(filtersIn(params)),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const last = list.data?.pages.at(-1)
  // What is loaded stays when the next page cannot be read.
  const problem = list.isFetchNextPageError ? null : asProblem(list.error)
  const fields = directiveFilters({ units, leaders })
  return (
    <>
      <PageHeader
        title={m.directives_list_title()}
        lead={m.directives_list_lead()}
        actions={
          <>
            <ViewsMenu {...useSavedViews('directives')} path={paths.directives()} params={params} />
            <NewDirective />
          </>
        }
      />
      <BrokenSearch broken={broken} href={`${paths.directives()}?${params}`} fields={fields} />
      <FilterBar
        fields={fields}
        params={params}
        onChange={set}
        total={last?.total}
        totalIsExact={last?.totalIsExact}
      />
      {problem && <ErrorState problem={problem} onRetry={() => list.refetch()} />}
      {last && rows.length === 0 ? (
        <Nothing filtered={params.size > 0} />
      ) : (
        <DataTable
          caption={m.directives_list_title()}
          columns={directiveColumns()}
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

function NewDirective() {
  const may = useMay()
  if (may('directive.enter')) {
    return (
      <ButtonLink variant="primary" icon={IconFilePlus} href={paths.newDirective()}>
        {m.directives_enter()}
      </ButtonLink>
    )
  }
  return (
    <Button icon={IconFilePlus} disabledReason={m.directives_enter_only_specialist()}>
      {m.directives_enter()}
    </Button>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title={m.ui_nothing_found()}>{m.ui_nothing_found_hint()}</EmptyState>
  ) : (
    <EmptyState title={m.directives_empty_title()} actions={<NewDirective />}>
      {m.directives_empty_text()}
    </EmptyState>
  )
}
