import { statisticsBases, unitViews } from '@dunghan/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { asProblem } from '../../api/problem.ts'
import { queryClient, settled } from '../../api/query-client.ts'
import { patched } from '../../lib/patched-search.ts'
import { paths } from '../../lib/paths.ts'
import { basisWords, groupingWords, unitViewWords } from '../../lib/statistics-terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PastBanner } from '../../ui/past-banner.tsx'
import { FiguresSkeleton } from '../../ui/skeletons.tsx'
import { publicStatistics } from './queries.ts'
import { groupings, questionIn, sortIn } from './statistics-question.ts'

const loadSheet = () => import('./statistics-sheet.tsx')
const StatisticsSheet = lazy(loadSheet)

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  // On its way while the figures are.
  void loadSheet()
  // What is refused is said on the page, above the conditions that can be mended there.
  await settled(queryClient.ensureQueryData(publicStatistics(questionIn(params))))
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
        <Suspense fallback={<FiguresSkeleton />}>
          <StatisticsSheet
            data={query.data}
            question={question}
            sort={sortIn(params, question)}
            sortHref={(sort) => here({ sort })}
          />
        </Suspense>
      )}
    </>
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
  {
    kind: 'choice',
    name: 'units',
    single: true,
    otherwise: 'as_assigned',
    label: m.portal_statistics_units(),
    options: unitViews.map((value) => ({ value, label: unitViewWords[value]() })),
  },
]
