import { type AssignmentStatus, assignmentStatuses } from '@dunghan/domain'
import type { StatisticsRow } from '../../api/statistics.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { groupingWords } from '../../lib/statistics-terms.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from '../../ui/data-table.tsx'
import { listBehind } from './list-behind.ts'
import type { Question } from './question.ts'
import { AS_THEY_CAME } from './sort-rows.ts'
import classes from './statistics.module.css'

/** Stands for the sum of all rows. */
export const SUM = 'sum-of-all'

type Row = StatisticsRow
type Figure = Omit<Parameters<typeof listBehind>[1], 'key'>

/** The seven statuses, what they add up to, and the rates; each figure opens its list. */
export function statisticsColumns(question: Question): Column<Row>[] {
  return [
    ...statusColumns(question),
    number(question, 'returned', m.statistics_returned(), { state: 'returned' }),
    number(question, 'notReceived', m.statistics_not_received(), { state: 'assigned' }),
    number(question, 'extended', m.statistics_extended(), { extended: true }),
    rate('onTime', m.statistics_on_time_rate()),
    rate('completion', m.statistics_completion_rate()),
    rate('overdue', m.statistics_overdue_rate()),
  ]
}

/** The row's name, the seven statuses and their total: what a chart shows. */
export function statusColumns(question: Question): Column<Row>[] {
  // Grouped by status, every other status of a row is zero.
  const statuses = question.groupBy === 'status' ? [] : assignmentStatuses
  return [
    {
      key: 'label',
      header: groupingWords[question.groupBy](),
      lead: true,
      width: '11rem',
      sort: { ascending: AS_THEY_CAME },
      cell: ({ key, label }) => (key === SUM ? <strong>{label}</strong> : label),
    },
    number(question, 'total', m.statistics_total()),
    ...statuses.map((status) => number(question, status, statusWords[status](), { status })),
  ]
}

type Counted = AssignmentStatus | 'total' | 'returned' | 'notReceived' | 'extended'

function number(
  question: Question,
  key: Counted,
  header: string,
  figure: Figure = {},
): Column<Row> {
  return {
    key,
    header,
    align: 'end',
    sort: { descending: `-${key}`, ascending: key },
    cell: (row) => <FigureCell row={row} counted={key} figure={figure} question={question} />,
  }
}

function rate(key: keyof Row['rates'], header: string): Column<Row> {
  const sort = `${key}Rate`
  return {
    key: sort,
    header,
    align: 'end',
    sort: { descending: `-${sort}`, ascending: sort },
    cell: ({ rates }) => formatShare(rates[key]),
  }
}

interface FigureCellProps {
  row: Row
  counted: Counted
  figure: Figure
  question: Question
}

function FigureCell({ row, counted, figure, question }: FigureCellProps) {
  const value = countOf(row, counted)
  const text = formatNumber(value)
  const sum = row.key === SUM
  const href =
    value > 0 ? listBehind(question, { ...figure, key: sum ? undefined : row.key }) : null
  if (!href) return <span className={value === 0 ? classes.zero : undefined}>{text}</span>
  return (
    <a href={href} className={sum ? classes.sum : undefined}>
      {text}
      <span className="visually-hidden">, {row.label}</span>
    </a>
  )
}

function countOf(row: Row, counted: Counted): number {
  switch (counted) {
    case 'total':
    case 'returned':
    case 'notReceived':
    case 'extended':
      return row[counted]
    default:
      return row.counts[counted] ?? 0
  }
}
