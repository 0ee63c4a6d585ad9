import type { AssignmentStatus } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { groupingWords } from '../../lib/statistics-terms.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { completed, completedOf } from './completed.ts'
import { publicListBehind } from './public-list-behind.ts'
import type { StatisticsQuestion } from './queries.ts'

type Row = Schema<'StatisticsRow'>

interface Props {
  rows: readonly Row[]
  totals: Schema<'StatisticsFigures'>
  question: StatisticsQuestion
  sort?: string
  sortHref?: (sort: string) => string
}

const TOTAL = 'total-of-all'

/** The figures behind the bars, with their sum; each count opens its list. */
export function StatisticsTable({ rows, totals, question, sort, sortHref }: Props) {
  return (
    <DataTable
      caption={m.portal_statistics_table()}
      columns={columns(question)}
      rows={[{ key: TOTAL, label: m.portal_row_total(), ...totals }, ...rows]}
      rowKey={({ key }) => key}
      sort={sort}
      sortHref={sortHref}
    />
  )
}

function columns(question: StatisticsQuestion): Column<Row>[] {
  const { groupBy } = question
  const count = (
    key: string,
    header: string,
    of: (row: Row) => number,
    status?: readonly AssignmentStatus[],
  ): Column<Row> => ({
    ...figure(key, header),
    cell: (row) => {
      const value = of(row)
      const key = row.key === TOTAL ? undefined : row.key
      const href = value > 0 ? publicListBehind(question, { key, status }) : null
      const text = row.key === TOTAL ? <strong>{formatNumber(value)}</strong> : formatNumber(value)
      if (!href) return text
      return (
        <a href={href}>
          {text}
          <span className="visually-hidden">, {row.label}</span>
        </a>
      )
    },
  })
  const rate = (key: string, header: string, of: (row: Row) => number | null): Column<Row> => ({
    ...figure(key, header),
    cell: (row) => formatShare(of(row)),
  })
  const status = (name: AssignmentStatus) =>
    count(name, statusWords[name](), ({ counts }) => counts[name] ?? 0, [name])
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
    count('total', m.portal_column_total(), ({ total }) => total),
    count('completed', m.portal_column_completed(), ({ counts }) => completedOf(counts), completed),
    status('completed_late'),
    status('awaiting_review'),
    status('in_progress'),
    status('due_soon'),
    status('overdue'),
    rate('onTime', m.portal_column_on_time_rate(), ({ rates }) => rates.onTime),
    rate('completion', m.portal_column_completion_rate(), ({ rates }) => rates.completion),
    rate('overdueRate', m.portal_column_overdue_rate(), ({ rates }) => rates.overdue),
  ]
}

const figure = (key: string, header: string) =>
  ({
    key,
    header,
    align: 'end',
    sort: { descending: `-${key}`, ascending: key },
  }) as const
