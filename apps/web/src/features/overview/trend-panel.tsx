import { useQuery } from '@tanstack/react-query'
import { figureDates } from '../../lib/figure-dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { ChartSkeleton } from '../../ui/skeletons.tsx'
import { StackedColumns } from '../../ui/stacked-columns.tsx'
import { withoutGaps } from '../../ui/status-chart.ts'
import classes from './overview.module.css'
import { standingByMonth } from './queries.ts'

const counted = { groupBy: 'month', basis: 'issued' } as const

/** What was ordered month by month, and how it stands. */
export function TrendPanel({ asOf }: { asOf?: string }) {
  const { data } = useQuery(standingByMonth(asOf))
  return (
    <Panel
      title={m.overview_trend()}
      aside={<a href={paths.statistics({ groupBy: 'month', asOf })}>{m.ui_chart_table()}</a>}
    >
      {!data && <ChartSkeleton />}
      {data?.rows.length === 0 && <p className={classes.note}>{m.overview_no_trend()}</p>}
      {data && data.rows.length > 0 && (
        <StackedColumns
          rows={withoutGaps(data.rows)}
          listOf={(key, status) =>
            paths.assignments({ asOf, status, ...figureDates(counted, key) })
          }
        />
      )}
    </Panel>
  )
}
