import type { ReactNode } from 'react'
import type { Schema } from '../../api/types.ts'
import { formatShare } from '../../lib/format.ts'
import { groupingWords } from '../../lib/statistics-terms.ts'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkChoice } from '../../ui/link-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StackedBars } from '../../ui/stacked-bars.tsx'
import { StackedColumns } from '../../ui/stacked-columns.tsx'
import { withoutGaps } from '../../ui/status-chart.ts'
import { SUM, statisticsColumns } from './columns.tsx'
import { listBehind } from './list-behind.ts'
import { isByTime, type Question } from './question.ts'
import { AS_THEY_CAME, sortRows } from './sort-rows.ts'
import classes from './statistics.module.css'

interface Props {
  data: Schema<'Statistics'>
  question: Question
  sort: string
  /** Each bar as long as the next, to compare shares. */
  shares: boolean
  hrefWith: (search: { sort?: string; scale?: string | null }) => string
  /** Stands between the chart and its table, which may be long. */
  children: ReactNode
}

/** The answer to one question: the chart first, the table behind it below. */
export function StatisticsSheet({ data, question, sort, shares, hrefWith, children }: Props) {
  const rows = sortRows(data.rows, sort)
  if (rows.length === 0) {
    return <EmptyState title={m.statistics_empty()}>{m.statistics_empty_hint()}</EmptyState>
  }
  const { groupBy } = question
  const sum = { key: SUM, label: m.statistics_sum(), ...data.totals }
  const listOf: Parameters<typeof StackedBars>[0]['listOf'] = (key, status) =>
    listBehind(question, { key, status })
  return (
    <>
      <Panel title={m.statistics_chart_by({ grouping: groupingWords[groupBy]().toLowerCase() })}>
        {isByTime(groupBy) ? (
          <StackedColumns rows={withoutGaps(data.rows)} listOf={listOf} />
        ) : (
          <div className={classes.compared}>
            <div className={classes.views}>
              <LinkChoice
                label={m.statistics_sort()}
                value={sort}
                choices={sorts().map((one) => ({ ...one, href: hrefWith({ sort: one.value }) }))}
              />
              <LinkChoice
                label={m.statistics_scale()}
                value={shares ? 'share' : 'count'}
                choices={[
                  {
                    value: 'count',
                    label: m.statistics_scale_count(),
                    href: hrefWith({ scale: null }),
                  },
                  {
                    value: 'share',
                    label: m.statistics_scale_share(),
                    href: hrefWith({ scale: 'share' }),
                  },
                ]}
              />
            </div>
            <StackedBars
              rows={rows}
              listOf={listOf}
              scale={shares ? 'share' : 'count'}
              aside={{
                heading: m.statistics_overdue_rate(),
                of: ({ rates }) => formatShare(rates.overdue),
              }}
            />
          </div>
        )}
      </Panel>
      {children}
      <div className={classes.table}>
        <DataTable
          caption={m.statistics_table()}
          columns={statisticsColumns(question)}
          rows={[sum, ...rows]}
          rowKey={({ key }) => key}
          sort={sort}
          sortHref={(value) => hrefWith({ sort: value })}
        />
      </div>
      <p className={classes.note}>{m.statistics_rates_note()}</p>
    </>
  )
}

const sorts = () => [
  { value: '-overdue', label: m.statistics_sort_overdue() },
  { value: '-overdueRate', label: m.statistics_overdue_rate() },
  { value: '-total', label: m.statistics_total() },
  { value: AS_THEY_CAME, label: m.statistics_sort_name() },
]
