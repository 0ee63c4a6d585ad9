import { directiveKinds, timelinesses } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../lib/paths.ts'
import { dayWords } from '../../lib/span-words.ts'
import { kindWords, timelinessWords } from '../../lib/terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { FilterBar, type FilterField, namesOf } from '../../ui/filter-bar.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AssignmentList } from './assignment-list.tsx'
import { ExportMenu } from './export-menu.tsx'
import { asSearch, filtersIn, sortIn } from './filters.ts'
import { publicAssignments, publicUnits } from './queries.ts'
import { statusChoices } from './status-choices.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  await Promise.all([
    queryClient.ensureInfiniteQueryData(publicAssignments(filtersIn(params), sortIn(params))),
    queryClient.ensureQueryData(publicUnits),
  ])
  return null
}

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
        actions={<ExportMenu search={{ ...asSearch(filters), sort: sortIn(params) }} />}
      />
      <FilterBar
        fields={fields(units.items)}
        alsoClears={given(params).flatMap(namesOf)}
        params={params}
        onChange={set}
      />
      <FilterChips fields={given(params)} params={params} path={paths.publicAssignments()} />
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

/** Conditions that a figure's link brought along: shown, so that each can be dropped. */
const given = (params: URLSearchParams): FilterField[] => [
  { kind: 'dates', from: 'issuedFrom', to: 'issuedTo', label: m.portal_filter_issued() },
  {
    kind: 'dates',
    from: 'effectiveDueFrom',
    to: 'effectiveDueTo',
    label: m.portal_filter_effective_due(),
  },
  {
    kind: 'choice',
    name: 'activeFrom',
    label: m.portal_filter_active_from(),
    options: [
      { value: params.get('activeFrom') ?? '', label: dayWords(params.get('activeFrom') ?? '') },
    ],
  },
  {
    kind: 'choice',
    name: 'units',
    label: m.portal_unit_view(),
    options: [
      { value: 'as_assigned', label: m.portal_unit_view_own() },
      { value: 'by_successor', label: m.portal_unit_view_all() },
    ],
  },
]
