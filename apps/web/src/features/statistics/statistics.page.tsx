import { allows } from '@dunghan/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { allLeaders, allUnits } from '../../api/reference-data.ts'
import { currentAccount } from '../../api/session.ts'
import { statisticsOf } from '../../api/statistics.ts'
import { useAccount, useMay } from '../../api/use-session.ts'
import { patched } from '../../lib/patched-search.ts'
import { paths } from '../../lib/paths.ts'
import { groupingWords } from '../../lib/terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { statisticsFilters } from './filters.ts'
import { groupingsOf, questionIn } from './question.ts'
import { StatisticsSheet } from './statistics-sheet.tsx'

export async function loader({ request }: { request: Request }) {
  const account = await currentAccount()
  const office = allows(account?.roles ?? [], 'statistics.readAll')
  const question = questionIn(new URL(request.url).searchParams, office)
  await Promise.all([
    queryClient.ensureQueryData({ ...statisticsOf(question), revalidateIfStale: true }),
    queryClient.ensureQueryData(allUnits),
    queryClient.ensureQueryData(allLeaders),
  ])
  return null
}

/** The count by unit, month and so on: bars, and the table behind them. */
export function Component() {
  const office = useMay()('statistics.readAll')
  const { unit } = useAccount()
  const { params, set } = useSearchState()
  const question = questionIn(params, office)
  const units = useQuery(allUnits).data ?? []
  const leaders = useQuery(allLeaders).data ?? []
  const { data, error, refetch } = useQuery({
    ...statisticsOf(question),
    placeholderData: keepPreviousData,
  })
  const problem = asProblem(error)
  const here = (patch: Parameters<typeof patched>[1]) =>
    `${paths.statistics()}?${patched(params, patch)}`
  return (
    <>
      <PageHeader
        title={m.shell_nav_statistics()}
        lead={unit ? m.statistics_lead_unit({ unit: unit.name }) : m.statistics_lead_office()}
      />
      <LinkTabs
        label={m.statistics_by()}
        value={question.groupBy}
        tabs={groupingsOf(office).map((name) => ({
          value: name,
          label: groupingWords[name](),
          href: here({ groupBy: name, sort: null }),
        }))}
      />
      <FilterBar
        fields={statisticsFilters({ units: office ? units : null, leaders })}
        params={params}
        onChange={set}
      />
      {problem && <ErrorState problem={problem} onRetry={refetch} />}
      {data && (
        <StatisticsSheet
          data={data}
          question={question}
          sort={params.get('sort') ?? ''}
          sortHref={(sort) => here({ sort })}
        />
      )}
    </>
  )
}
