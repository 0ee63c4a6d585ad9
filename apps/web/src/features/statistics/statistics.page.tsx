import { allows } from '@dunghan/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import { queryClient, settled } from '../../api/query-client.ts'
import { allLeaders, allUnits } from '../../api/reference-data.ts'
import { useSavedViews } from '../../api/saved-views.ts'
import { currentAccount } from '../../api/session.ts'
import { allSpecialists, statisticsOf } from '../../api/statistics.ts'
import { useAccount, useMay } from '../../api/use-session.ts'
import { apiPaths } from '../../lib/api-paths.ts'
import { patched } from '../../lib/patched-search.ts'
import { paths } from '../../lib/paths.ts'
import { groupingWords } from '../../lib/statistics-terms.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { BrokenSearch } from '../../ui/broken-search.tsx'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkChoice } from '../../ui/link-choice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PastBanner } from '../../ui/past-banner.tsx'
import { FiguresSkeleton } from '../../ui/skeletons.tsx'
import { ViewsMenu } from '../../ui/views-menu.tsx'
import { statisticsFilters } from './filters.ts'
import { groupingsOf, isByTime, questionIn } from './question.ts'
import { questionWords } from './question-words.ts'
import { Refused } from './refused.tsx'
import { AgePanel, byAge, byMonth, TrendPanel } from './side-panels.tsx'
import { sortIn } from './sort-rows.ts'
import classes from './statistics.module.css'
import { statisticsKnown } from './statistics-known.ts'
import { StatisticsSheet } from './statistics-sheet.tsx'
import { StatisticsTabs } from './statistics-tabs.tsx'

export async function loader({ request }: { request: Request }) {
  const account = await currentAccount()
  const office = allows(account?.roles ?? [], 'statistics.readAll')
  const question = questionIn(new URL(request.url).searchParams, office)
  await Promise.all([
    // What is refused is said on the page, above the conditions that can be mended there.
    ...[question, byMonth(question), byAge(question)].map((one) =>
      settled(queryClient.ensureQueryData({ ...statisticsOf(one), revalidateIfStale: true })),
    ),
    queryClient.ensureQueryData(allUnits),
    queryClient.ensureQueryData(allLeaders),
    ...(office ? [queryClient.ensureQueryData(allSpecialists)] : []),
  ])
  return null
}

/** The count by unit, month and so on: charts, and the tables behind them. */
export function Component() {
  const office = useMay()('statistics.readAll')
  const { unit } = useAccount()
  const { params, broken, set } = useKnownSearch(statisticsKnown[office ? 'office' : 'unit'])
  const fields = useFilters(office)
  const question = questionIn(params, office)
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
        actions={
          <>
            <ViewsMenu {...useSavedViews('statistics')} path={paths.statistics()} params={params} />
            <DocumentMenu
              papers={office}
              urlOf={(format) => apiPaths.statisticsExport({ ...question, format })}
            />
          </>
        }
      />
      <StatisticsTabs value="statistics" asOf={question.asOf} />
      {question.asOf && !problem && (
        <PastBanner asOf={question.asOf} hrefNow={here({ asOf: null })}>
          {m.statistics_past()}
        </PastBanner>
      )}
      <div className={classes.ask}>
        <LinkChoice
          label={m.statistics_by()}
          value={question.groupBy}
          choices={groupingsOf(office).map((name) => ({
            value: name,
            label: groupingWords[name](),
            href: here({ groupBy: name, sort: null }),
          }))}
        />
      </div>
      <BrokenSearch broken={broken} href={here({})} fields={fields} />
      <FilterBar fields={fields} params={params} onChange={set} />
      {problem && <Refused {...{ problem, params }} hrefWith={here} onRetry={() => refetch()} />}
      {!data && !problem && <FiguresSkeleton />}
      {data && !problem && (
        <div className={classes.sheet}>
          <p className={classes.note}>{questionWords(question, data.asOf)}</p>
          <StatisticsSheet
            data={data}
            question={question}
            sort={sortIn(params, question.groupBy)}
            shares={params.get('scale') === 'share'}
            hrefWith={here}
          >
            <div className={classes.sides}>
              {!isByTime(question.groupBy) && <TrendPanel question={question} />}
              <AgePanel question={question} />
            </div>
          </StatisticsSheet>
        </div>
      )}
    </>
  )
}

function useFilters(office: boolean) {
  const units = useQuery(allUnits).data ?? []
  const leaders = useQuery(allLeaders).data ?? []
  const specialists = useQuery({ ...allSpecialists, enabled: office }).data ?? []
  return statisticsFilters({ units: office ? units : null, leaders, specialists })
}
