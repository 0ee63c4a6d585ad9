import { useSuspenseQuery } from '@tanstack/react-query'
import { Behind } from '../../ui/behind.tsx'
import { StackedColumns } from '../../ui/stacked-columns.tsx'
import { withoutGaps } from '../../ui/status-chart.ts'
import { publicListBehind } from './public-list-behind.ts'
import { publicStatistics, type StatisticsQuestion } from './queries.ts'
import { StatisticsTable } from './statistics-table.tsx'

/** Month by month, and the table behind it. */
export function Trend({ question }: { question: StatisticsQuestion }) {
  const { rows, totals } = useSuspenseQuery(publicStatistics(question)).data
  return (
    <>
      <StackedColumns
        rows={withoutGaps(rows)}
        listOf={(key, status) => publicListBehind(question, { key, status })}
      />
      <Behind>
        <StatisticsTable rows={rows} totals={totals} question={question} />
      </Behind>
    </>
  )
}
