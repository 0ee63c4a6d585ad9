import { formatCivilDate } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type LoaderFunctionArgs, useParams } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { paths } from '../../lib/paths.ts'
import { unitTypeWords } from '../../lib/terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AssignmentList } from './assignment-list.tsx'
import classes from './assignments.module.css'
import { asSearch, filtersIn, sortIn } from './filters.ts'
import { publicAssignments, publicUnit } from './queries.ts'
import { statusChoices } from './status-choices.ts'
import { StatusFigures } from './status-figures.tsx'

const filtersOf = (code: string, params: URLSearchParams) => ({
  ...filtersIn(params),
  unit: [code],
})

export async function loader({ params: { code = '' }, request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  await Promise.all([
    queryClient.ensureQueryData(publicUnit(code)),
    queryClient.ensureInfiniteQueryData(publicAssignments(filtersOf(code, params), sortIn(params))),
  ])
  return null
}

/** One unit: how it stands, and its tasks. */
export function Component() {
  const { code = '' } = useParams()
  const { params, set } = useSearchState()
  const { data: unit } = useSuspenseQuery(publicUnit(code))
  const filters = filtersOf(code, params)
  return (
    <>
      <PageHeader
        title={unit.name}
        crumbs={[{ title: m.shell_nav_public_statistics(), href: paths.publicStatistics() }]}
        lead={<Lead unit={unit} />}
      />
      <div className={classes.stack}>
        <StatusFigures figures={unit.figures} unit={code} />
        <div>
          <FilterBar
            fields={[
              { kind: 'search', name: 'q', label: m.shell_search_public_placeholder() },
              {
                kind: 'choice',
                name: 'status',
                label: m.portal_filter_status(),
                options: statusChoices(),
              },
              { kind: 'dates', from: 'dueFrom', to: 'dueTo', label: m.portal_filter_due() },
            ]}
            params={params}
            onChange={set}
          />
          <AssignmentList
            filters={filters}
            sort={sortIn(params)}
            sortHref={(sort) => paths.publicUnit(code, { ...asSearch(filters), unit: null, sort })}
            unitColumn={false}
          />
        </div>
      </div>
    </>
  )
}

function Lead({ unit }: { unit: Schema<'PublicUnitDetail'> }) {
  const { type, validTo, successor } = unit
  return (
    <p>
      {unitTypeWords[type]()}
      {validTo && ` · ${m.portal_unit_until({ date: formatCivilDate(validTo) })}`}
      {successor && (
        <>
          {' · '}
          {m.portal_unit_successor()}{' '}
          <a href={paths.publicUnit(successor.code)}>{successor.name}</a>
        </>
      )}
    </p>
  )
}
