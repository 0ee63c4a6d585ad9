import type { AssignmentStatus } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { groupingWords, statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { StatisticsQuestion } from './queries.ts'
import { completedOf } from './statistics-question.ts'

type Row = Schema<'StatisticsRow'>

interface Props {
  rows: readonly Row[]
  totals: Schema<'StatisticsFigures'>
  groupBy: StatisticsQuestion['groupBy']
  sort: string
  sortHref: (sort: string) => string
}

const TOTAL = 'total-of-all'

/** The figures behind the bars, with their sum. */
export function StatisticsTable({ rows, totals, groupBy, sort, sortHref }: Props) {
  return (
    <DataTable
      caption={m.portal_statistics_table()}
      columns={columns(groupBy)}
      rows={[...rows, { key: TOTAL, label: m.portal_row_total(), ...totals }]}
      rowKey={({ key }) => key}
      sort={sort}
      sortHref={sortHref}
    />
  )
}

function columns(groupBy: Props['groupBy']): Column<Row>[] {
  const figure = (key: string, header: string, cell: (row: Row) => string): Column<Row> => ({
    key,
    header,
    align: 'end',
    sort: { descending: `-${key}`, ascending: key },
    cell: (row) => (row.key === TOTAL ? <strong>{cell(row)}</strong> : cell(row)),
  })
  const count = (status: AssignmentStatus) =>
    figure(status, statusWords[status](), ({ counts }) => formatNumber(counts[status] ?? 0))
  return [
    {
      key: 'label',
      header: groupingWords[groupBy](),
      lead: true,
      cell: ({ key, label }) => {
        if (key === TOTAL) return <strong>{label}</strong>
        return groupBy === 'unit' ? <a href={paths.publicUnit(key)}>{label}</a> : label
      },
    },
    figure('total', m.portal_column_total(), ({ total }) => formatNumber(total)),
    figure('completed', m.portal_column_completed(), ({ counts }) =>
      formatNumber(completedOf(counts)),
    ),
    count('completed_late'),
    count('awaiting_review'),
    count('in_progress'),
    count('due_soon'),
    count('overdue'),
    figure('onTime', m.portal_column_on_time_rate(), ({ rates }) => formatShare(rates.onTime)),
    figure('completion', m.portal_column_completion_rate(), ({ rates }) =>
      formatShare(rates.completion),
    ),
    figure('overdueRate', m.portal_column_overdue_rate(), ({ rates }) =>
      formatShare(rates.overdue),
    ),
  ]
}
