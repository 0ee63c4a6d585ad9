import { statisticsBases } from '@dunghan/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { formatInstant } from '../../lib/format.ts'
import { patched } from '../../lib/patched-search.ts'
import { paths } from '../../lib/paths.ts'
import { basisHints, basisWords, groupingWords } from '../../lib/statistics-terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PastBanner } from '../../ui/past-banner.tsx'
import { ChartSkeleton } from '../../ui/skeletons.tsx'
import classes from './assignments.module.css'
import { publicStatistics, type StatisticsQuestion } from './queries.ts'
import { groupings, questionIn } from './statistics-question.ts'
import { StatusFigures } from './status-figures.tsx'

const StatisticsCharts = lazy(() => import('./statistics-charts.tsx'))

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  // What is refused is said on the page, above the conditions that can be mended there.
  await queryClient.prefetchQuery(publicStatistics(questionIn(params)))
  return null
}

/** The public figures by unit, by month and so on, as charts and as tables. */
export function Component() {
  const { params, set } = useSearchState()
  const question = questionIn(params)
  const query = useQuery({ ...publicStatistics(question), placeholderData: keepPreviousData })
  const problem = asProblem(query.error)
  const here = (patch: Parameters<typeof patched>[1]) =>
    `${paths.publicStatistics()}?${patched(params, patch)}`
  const { groupBy, asOf } = question
  return (
    <>
      <PageHeader title={m.portal_statistics_title()} lead={m.portal_statistics_lead()} />
      {asOf && !problem && (
        <PastBanner asOf={asOf} hrefNow={here({ asOf: null })}>
          {m.portal_statistics_past()}
        </PastBanner>
      )}
      <LinkTabs
        label={m.portal_statistics_by()}
        value={groupBy}
        tabs={groupings.map((value) => ({
          value,
          label: groupingWords[value](),
          href: here({ groupBy: value, sort: null }),
        }))}
      />
      <FilterBar fields={fields()} params={params} onChange={set} />
      {problem && (
        <ErrorState
          problem={problem}
          onRetry={problem.isPassing ? () => query.refetch() : undefined}
          actions={asOf && <ButtonLink href={here({ asOf: null })}>{m.ui_as_of_back()}</ButtonLink>}
        />
      )}
      {query.data && !problem && (
        <Figures
          data={query.data}
          question={question}
          sort={params.get('sort')}
          sortHref={(sort) => here({ sort })}
        />
      )}
    </>
  )
}

interface FiguresProps {
  data: Schema<'Statistics'>
  question: StatisticsQuestion
  sort: string | null
  sortHref: (sort: string) => string
}

function Figures(props: FiguresProps) {
  const { data, question } = props
  return (
    <div className={classes.stack}>
      <StatusFigures figures={data.totals} question={question} />
      {data.rows.length === 0 ? (
        <EmptyState title={m.portal_statistics_empty()}>
          {m.portal_statistics_empty_hint()}
        </EmptyState>
      ) : (
        <Suspense fallback={<ChartSkeleton />}>
          <StatisticsCharts {...props} />
        </Suspense>
      )}
      <p className={classes.source}>
        {basisHints[question.basis]()} {m.portal_as_of({ instant: formatInstant(data.asOf) })}
      </p>
    </div>
  )
}

const fields = (): FilterField[] => [
  { kind: 'dates', from: 'from', to: 'to', label: m.portal_statistics_period(), periods: true },
  {
    kind: 'choice',
    name: 'basis',
    single: true,
    otherwise: 'issued',
    label: m.portal_statistics_basis(),
    options: statisticsBases.map((value) => ({ value, label: basisWords[value]() })),
  },
  { kind: 'day', name: 'asOf', label: m.ui_as_of() },
]
