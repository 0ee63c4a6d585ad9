import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { Schema } from '../../api/types.ts'
import { formatShare } from '../../lib/format.ts'
import { groupingWords } from '../../lib/statistics-terms.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { Behind } from '../../ui/behind.tsx'
import { LinkChoice } from '../../ui/link-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PlainBars } from '../../ui/plain-bars.tsx'
import { ChartSkeleton } from '../../ui/skeletons.tsx'
import { StackedBars } from '../../ui/stacked-bars.tsx'
import { StackedColumns } from '../../ui/stacked-columns.tsx'
import { withoutGaps } from '../../ui/status-chart.ts'
import { AgeTable } from './age-table.tsx'
import { publicListBehind } from './public-list-behind.ts'
import { publicStatistics, type StatisticsQuestion } from './queries.ts'
import classes from './statistics-charts.module.css'
import { sortedRows } from './statistics-question.ts'
import { StatisticsTable } from './statistics-table.tsx'
import { Trend } from './trend.tsx'

interface Props {
  data: Schema<'Statistics'>
  question: StatisticsQuestion
  sort: string
  sortHref: (sort: string) => string
}

/** The charts of the public figures, and the tables behind them. */
export function StatisticsCharts({ data, question, sort, sortHref }: Props) {
  const { groupBy } = question
  const rows = sortedRows(data.rows, sort)
  const byTime = groupBy === 'month' || groupBy === 'quarter' || groupBy === 'year'
  const listOf: Parameters<typeof StackedBars>[0]['listOf'] = (key, status) =>
    publicListBehind(question, { key, status })
  return (
    <>
      <Panel
        title={m.portal_statistics_chart({ grouping: groupingWords[groupBy]().toLowerCase() })}
      >
        {byTime ? (
          <StackedColumns rows={withoutGaps(data.rows)} listOf={listOf} />
        ) : (
          <div className={classes.compared}>
            <LinkChoice
              label={m.portal_statistics_sort()}
              value={sort}
              choices={sorts().map((one) => ({ ...one, href: sortHref(one.value) }))}
            />
            <StackedBars
              rows={rows}
              listOf={listOf}
              aside={{
                heading: m.portal_column_overdue_rate(),
                of: ({ rates }) => formatShare(rates.overdue),
              }}
            />
          </div>
        )}
      </Panel>
      <div className={classes.sides}>
        {!byTime && (
          <Panel title={m.portal_statistics_trend()}>
            <Suspense fallback={<ChartSkeleton />}>
              <Trend question={{ ...question, groupBy: 'month' }} />
            </Suspense>
          </Panel>
        )}
        <Panel title={m.portal_statistics_age()}>
          <Suspense fallback={<ChartSkeleton />}>
            <Ages question={{ ...question, groupBy: 'overdueAge' }} />
          </Suspense>
        </Panel>
      </div>
      <StatisticsTable
        rows={rows}
        totals={data.totals}
        question={question}
        sort={sort}
        sortHref={sortHref}
      />
    </>
  )
}

const sorts = () => [
  { value: '-overdue', label: statusWords.overdue() },
  { value: '-overdueRate', label: m.portal_column_overdue_rate() },
  { value: '-total', label: m.portal_column_total() },
  { value: 'label', label: m.portal_statistics_sort_name() },
]

function Ages({ question }: { question: StatisticsQuestion }) {
  const { rows, totals } = useSuspenseQuery(publicStatistics(question)).data
  const bars = rows.map(({ key, label, total, effectiveDueFrom, effectiveDueTo }) => ({
    key,
    label,
    value: total,
    href: publicListBehind(question, {
      status: 'overdue',
      due: { from: effectiveDueFrom ?? undefined, to: effectiveDueTo },
    }),
  }))
  if (totals.total === 0) return <p>{m.portal_nothing_overdue()}</p>
  return (
    <>
      <PlainBars part={statusWords.overdue()} rows={bars} />
      <Behind>
        <AgeTable rows={bars} total={totals.total} />
      </Behind>
    </>
  )
}
