import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asProblem } from '../../api/problem.ts'
import { type StatisticsRow, statisticsOf } from '../../api/statistics.ts'
import type { Schema } from '../../api/types.ts'
import { formatNumber } from '../../lib/format.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { Behind } from '../../ui/behind.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PlainBars } from '../../ui/plain-bars.tsx'
import { ChartSkeleton } from '../../ui/skeletons.tsx'
import { StackedColumns } from '../../ui/stacked-columns.tsx'
import { withoutGaps } from '../../ui/status-chart.ts'
import { SUM, statusColumns } from './columns.tsx'
import { listBehind } from './list-behind.ts'
import type { Question } from './question.ts'
import classes from './statistics.module.css'

/** The same question month by month. */
export const byMonth = (question: Question): Question => ({ ...question, groupBy: 'month' })

/** The same question by how old what is overdue is. */
export const byAge = (question: Question): Question => ({ ...question, groupBy: 'overdueAge' })

/** How things went, month by month. */
export function TrendPanel({ question }: { question: Question }) {
  const months = byMonth(question)
  return (
    <Panel title={m.statistics_trend()}>
      <Answer query={useQuery(statisticsOf(months))}>
        {({ rows, totals }) => (
          <>
            <StackedColumns
              rows={withoutGaps(rows)}
              listOf={(key, status) => listBehind(months, { key, status })}
            />
            <Behind>
              <div className={classes.table}>
                <DataTable
                  caption={m.statistics_trend()}
                  columns={statusColumns(months)}
                  rows={[{ key: SUM, label: m.statistics_sum(), ...totals }, ...rows]}
                  rowKey={({ key }) => key}
                />
              </div>
            </Behind>
          </>
        )}
      </Answer>
    </Panel>
  )
}

/** How long what is overdue has been so. */
export function AgePanel({ question }: { question: Question }) {
  const ages = byAge(question)
  const hrefOf = ({ effectiveDueFrom, effectiveDueTo }: Partial<StatisticsRow>) =>
    listBehind(ages, {
      status: 'overdue',
      due: { from: effectiveDueFrom ?? undefined, to: effectiveDueTo },
    })
  const barOf = ({ key, label, total, ...range }: StatisticsRow) => ({
    key,
    label,
    value: total,
    href: hrefOf(range),
  })
  return (
    <Panel title={m.statistics_age()}>
      <Answer query={useQuery(statisticsOf(ages))}>
        {({ rows, totals }) => (
          <>
            <PlainBars part={statusWords.overdue()} rows={rows.map(barOf)} />
            <Behind>
              <DataTable
                caption={m.statistics_age()}
                columns={ageColumns(hrefOf)}
                rows={[{ key: SUM, label: m.statistics_sum(), ...totals }, ...rows]}
                rowKey={({ key }) => key}
              />
            </Behind>
          </>
        )}
      </Answer>
    </Panel>
  )
}

const ageColumns = (hrefOf: (row: StatisticsRow) => string | null): Column<StatisticsRow>[] => [
  { key: 'label', header: m.statistics_age_column(), lead: true, cell: ({ label }) => label },
  {
    key: 'total',
    header: statusWords.overdue(),
    align: 'end',
    cell: (row) => {
      const href = row.total > 0 ? hrefOf(row) : null
      return href ? <a href={href}>{formatNumber(row.total)}</a> : formatNumber(row.total)
    },
  },
]

interface AnswerProps {
  query: UseQueryResult<Schema<'Statistics'>>
  children: (data: Schema<'Statistics'>) => ReactNode
}

/** A chart, or what stands in its place until there is one. */
function Answer({ query: { data, error, refetch }, children }: AnswerProps) {
  const problem = asProblem(error)
  if (problem) return <ErrorState problem={problem} onRetry={refetch} />
  if (!data) return <ChartSkeleton />
  if (data.totals.total === 0) return <p className={classes.note}>{m.statistics_none_here()}</p>
  return children(data)
}
