import { directiveKinds, timelinesses } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../lib/paths.ts'
import { kindWords, timelinessWords } from '../../lib/terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AssignmentList } from './assignment-list.tsx'
import classes from './assignments.module.css'
import { asSearch, filtersIn, sortIn } from './filters.ts'
import { publicAssignments, publicUnits } from './queries.ts'
import { statusChoices } from './status-choices.ts'

// Read once the list is: it is not what a visit begins with.
const ExportMenu = lazy(() => import('./export-menu.tsx'))
const SubscribeMenu = lazy(() => import('./subscribe-menu.tsx'))

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  await Promise.all([
    queryClient.ensureInfiniteQueryData(publicAssignments(filtersIn(params), sortIn(params))),
    queryClient.ensureQueryData(publicUnits),
  ])
  return null
}

const GivenConditions = lazy(() => import('./given-conditions.tsx'))
const BrokenFilters = lazy(() => import('./broken-filters.tsx'))

/** All public tasks, narrowed and ordered as one likes. */
export function Component() {
  const { params, set } = useSearchState()
  const { data: units } = useSuspenseQuery(publicUnits)
  const filters = filtersIn(params)
  return (
    <>
      <PageHeader
        title={m.portal_assignments_title()}
        lead={m.portal_assignments_lead()}
        actions={
          <div className={classes.export}>
            <Suspense>
              <SubscribeMenu search={asSearch(filters)} />
              <ExportMenu search={{ ...asSearch(filters), sort: sortIn(params) }} />
            </Suspense>
          </div>
        }
      />
      {params.size > 0 && (
        <Suspense>
          <BrokenFilters
            path={paths.publicAssignments()}
            params={params}
            fields={fields(units.items)}
          />
        </Suspense>
      )}
      <FilterBar fields={fields(units.items)} alsoClears={given} params={params} onChange={set} />
      {given.some((name) => params.has(name)) && (
        <Suspense>
          <GivenConditions params={params} />
        </Suspense>
      )}
      <AssignmentList
        filters={filters}
        sort={sortIn(params)}
        sortHref={(sort) => paths.publicAssignments({ ...asSearch(filters), sort })}
      />
    </>
  )
}

type Units = Extract<FilterField, { kind: 'units' }>['units']

const fields = (units: Units): FilterField[] => [
  { kind: 'search', name: 'q', label: m.shell_search_public_placeholder() },
  { kind: 'choice', name: 'status', label: m.portal_filter_status(), options: statusChoices() },
  { kind: 'units', name: 'unit', label: m.portal_filter_unit(), units, by: 'code' },
  { kind: 'dates', from: 'dueFrom', to: 'dueTo', label: m.portal_filter_due() },
  {
    kind: 'choice',
    name: 'kind',
    label: m.portal_filter_kind(),
    options: directiveKinds.map((value) => ({ value, label: kindWords[value]() })),
  },
  {
    kind: 'choice',
    name: 'timeliness',
    label: m.portal_filter_timeliness(),
    options: timelinesses.map((value) => ({ value, label: timelinessWords[value]() })),
  },
]

/** Conditions that a figure's link brings along. */
const given = [
  'issuedFrom',
  'issuedTo',
  'effectiveDueFrom',
  'effectiveDueTo',
  'activeFrom',
  'unitType',
  'directedById',
  'units',
]
