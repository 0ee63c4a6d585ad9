import { statisticsBases } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { formatInstant } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { basisWords, groupingWords } from '../../lib/terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBars } from '../../ui/status-bars.tsx'
import classes from './assignments.module.css'
import { publicStatistics } from './queries.ts'
import { groupings, questionIn, sortedRows } from './statistics-question.ts'
import { StatisticsTable } from './statistics-table.tsx'
import { StatusFigures } from './status-figures.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  await queryClient.ensureQueryData(publicStatistics(questionIn(params)))
  return null
}

/** The public figures by unit, by month and so on, as bars and as a table. */
export function Component() {
  const { params, set } = useSearchState()
  const question = questionIn(params)
  const { data } = useSuspenseQuery(publicStatistics(question))
  const rows = sortedRows(data.rows, params.get('sort'))
  const { groupBy, basis, from, to } = question
  const tabs = groupings.map((value) => ({
    value,
    label: groupingWords[value](),
    href: paths.publicStatistics({ groupBy: value, basis, from, to }),
  }))
  return (
    <>
      <PageHeader title={m.portal_statistics_title()} lead={m.portal_statistics_lead()} />
      <LinkTabs label={m.portal_statistics_by()} tabs={tabs} value={groupBy} />
      <FilterBar fields={fields()} params={params} onChange={set} />
      <div className={classes.stack}>
        <StatusFigures figures={data.totals} within={periodOf(question)} />
        {rows.length === 0 ? (
          <EmptyState title={m.portal_statistics_empty()}>
            {m.portal_statistics_empty_hint()}
          </EmptyState>
        ) : (
          <>
            <Panel title={m.portal_statistics_chart()}>
              <StatusBars rows={rows} />
            </Panel>
            <StatisticsTable
              rows={rows}
              totals={data.totals}
              groupBy={groupBy}
              sort={params.get('sort') ?? ''}
              sortHref={(sort) => paths.publicStatistics({ groupBy, basis, from, to, sort })}
            />
          </>
        )}
        <p className={classes.source}>
          {m.portal_as_of({ instant: formatInstant(data.asOf) })} {basisWords[basis]()}.
        </p>
      </div>
    </>
  )
}

const fields = (): FilterField[] => [
  { kind: 'dates', from: 'from', to: 'to', label: m.portal_statistics_period() },
  {
    kind: 'choice',
    name: 'basis',
    single: true,
    label: m.portal_statistics_basis(),
    options: statisticsBases.map((value) => ({ value, label: basisWords[value]() })),
  },
]

/** The list behind a figure of a period; of carried-over work there is no list by dates. */
function periodOf({ basis, from, to }: ReturnType<typeof questionIn>) {
  if (basis === 'due') return { dueFrom: from, dueTo: to }
  return basis === 'issued' ? { issuedFrom: from, issuedTo: to } : {}
}
