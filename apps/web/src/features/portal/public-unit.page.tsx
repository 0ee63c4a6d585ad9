import { formatCivilDate } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment, lazy, Suspense } from 'react'
import { type LoaderFunctionArgs, useParams } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { paths } from '../../lib/paths.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ChartSkeleton } from '../../ui/skeletons.tsx'
import { AssignmentList } from './assignment-list.tsx'
import classes from './assignments.module.css'
import { asSearch, filtersIn, sortIn } from './filters.ts'
import { publicAssignments, publicUnit } from './queries.ts'
import { statusChoices } from './status-choices.ts'
import { StatusFigures } from './status-figures.tsx'

// Read once the page is: it is not what a visit begins with.
const SubscribeMenu = lazy(() => import('./subscribe-menu.tsx'))
const UnitTrend = lazy(() => import('./unit-trend.tsx'))

const filtersOf = (code: string, params: URLSearchParams) => ({
  ...filtersIn(params),
  unit: [code],
})

export async function loader({ params: { code = '' }, request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  await Promise.all([
    queryClient.ensureQueryData(publicUnit(code, filtersIn(params).units)),
    queryClient.ensureInfiniteQueryData(publicAssignments(filtersOf(code, params), sortIn(params))),
  ])
  return null
}

/** One unit: how it stands, and its tasks. */
export function Component() {
  const { code = '' } = useParams()
  const { params, set } = useSearchState()
  const { data: unit } = useSuspenseQuery(publicUnit(code, filtersIn(params).units))
  const filters = filtersOf(code, params)
  const { units } = filters
  return (
    <>
      <PageHeader
        title={unit.name}
        crumbs={[{ title: m.shell_nav_public_statistics(), href: paths.publicStatistics() }]}
        lead={<Lead unit={unit} />}
        actions={
          <div className={classes.export}>
            <Suspense>
              <SubscribeMenu unit={code} />
            </Suspense>
          </div>
        }
      />
      {unit.predecessors.length > 0 && (
        <LinkTabs
          label={m.portal_unit_view()}
          value={units ?? 'as_assigned'}
          tabs={[
            {
              value: 'as_assigned',
              label: m.portal_unit_view_own(),
              href: paths.publicUnit(code, { ...asSearch(filters), unit: null, units: null }),
            },
            {
              value: 'by_successor',
              label: m.portal_unit_view_all(),
              href: paths.publicUnit(code, {
                ...asSearch(filters),
                unit: null,
                units: 'by_successor',
              }),
            },
          ]}
        />
      )}
      <div className={classes.stack}>
        <StatusFigures
          figures={unit.figures}
          unit={code}
          question={{ groupBy: 'unit', basis: 'issued', units }}
        />
        {unit.figures.total > 0 && (
          <Suspense fallback={<ChartSkeleton />}>
            <UnitTrend unit={code} units={units} />
          </Suspense>
        )}
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
            unitColumn={units === 'by_successor'}
          />
        </div>
      </div>
    </>
  )
}

function Lead({ unit }: { unit: Schema<'PublicUnitDetail'> }) {
  const { type, validTo, successor, predecessors } = unit
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
      {predecessors.map(({ code, name, validTo: until }, i) => (
        <Fragment key={code}>
          {i === 0 ? ` · ${m.portal_unit_predecessors()} ` : '; '}
          <a href={paths.publicUnit(code)}>
            {until ? m.portal_unit_before({ name, date: formatCivilDate(until) }) : name}
          </a>
        </Fragment>
      ))}
    </p>
  )
}
