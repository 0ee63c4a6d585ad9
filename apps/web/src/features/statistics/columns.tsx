import { type AssignmentStatus, assignmentStatuses } from '@dunghan/domain'
import type { StatisticsRow } from '../../api/statistics.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { groupingWords, statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from '../../ui/data-table.tsx'
import { listBehind } from './list-behind.ts'
import type { Question } from './question.ts'
import classes from './statistics.module.css'

/** Stands for the sum of all rows. */
export const SUM = 'sum-of-all'

type Row = StatisticsRow
type Figure = Omit<Parameters<typeof listBehind>[1], 'key'>

/** The seven statuses, what they add up to, and the rates; each figure opens its list. */
export function statisticsColumns(question: Question): Column<Row>[] {
  const number = (
    key: string,
    header: string,
    value: (row: Row) => number,
    figure: Figure = {},
  ): Column<Row> => ({
    key,
    header,
    align: 'end',
    sort: { descending: `-${key}`, ascending: key },
    cell: (row) => <FigureCell row={row} value={value(row)} figure={figure} question={question} />,
  })
  const rate = (key: keyof Row['rates'], sort: string, header: string): Column<Row> => ({
    key: sort,
    header,
    align: 'end',
    sort: { descending: `-${sort}`, ascending: sort },
    cell: ({ rates }) => formatShare(rates[key]),
  })
  const status = (name: AssignmentStatus) =>
    number(name, statusWords[name](), ({ counts }) => counts[name] ?? 0, { status: [name] })
  return [
    {
      key: 'label',
      header: groupingWords[question.groupBy](),
      lead: true,
      width: '11rem',
      cell: ({ key, label }) => (key === SUM ? <strong>{label}</strong> : label),
    },
    number('total', m.statistics_total(), ({ total }) => total),
    ...assignmentStatuses.map(status),
    number('returned', m.statistics_returned(), ({ returned }) => returned, { state: 'returned' }),
    number('notReceived', m.statistics_not_received(), ({ notReceived }) => notReceived, {
      state: 'assigned',
    }),
    rate('onTime', 'onTimeRate', m.statistics_on_time_rate()),
    rate('completion', 'completionRate', m.statistics_completion_rate()),
    rate('overdue', 'overdueRate', m.statistics_overdue_rate()),
  ]
}

interface FigureCellProps {
  row: Row
  value: number
  figure: Figure
  question: Question
}

function FigureCell({ row: { key, label }, value, figure, question }: FigureCellProps) {
  const text = formatNumber(value)
  const sum = key === SUM
  const href = value > 0 ? listBehind(question, { ...figure, key: sum ? undefined : key }) : null
  if (!href) return <span className={value === 0 ? classes.zero : undefined}>{text}</span>
  return (
    <a href={href} className={sum ? classes.sum : undefined}>
      {text}
      <span className="visually-hidden">, {label}</span>
    </a>
  )
}
