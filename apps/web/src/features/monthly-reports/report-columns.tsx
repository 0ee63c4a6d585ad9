import { assignmentStatuses, formatDocumentNumber } from '@dunghan/domain'
import type { StatisticsRow } from '../../api/statistics.ts'
import type { Schema } from '../../api/types.ts'
import { formatCivilDate, formatNumber, formatShare } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from '../../ui/data-table.tsx'
import type { Figure, LinkOf } from './figure-links.ts'
import classes from './monthly-reports.module.css'

/** Stands for the sum of all rows. */
export const SUM = 'sum-of-all'

interface Grouped {
  header: string
  /** What a row is narrowed to; none for the sum. */
  filter: (key: string) => Figure
  linkOf: LinkOf
}

/** A row's name, the seven statuses, which add up to its total, and two rates. */
export function countColumns({ header, filter, linkOf }: Grouped): Column<StatisticsRow>[] {
  const figure = (row: StatisticsRow, value: number, more: Figure = {}) =>
    value === 0 ? (
      <span className={classes.zero}>0</span>
    ) : (
      <a href={linkOf({ ...(row.key === SUM ? {} : filter(row.key)), ...more })}>
        {formatNumber(value)}
        <span className="visually-hidden">, {row.label}</span>
      </a>
    )
  return [
    {
      key: 'label',
      header,
      lead: true,
      width: '12rem',
      cell: ({ key, label }) => (key === SUM ? <strong>{label}</strong> : label),
    },
    {
      key: 'total',
      header: m.statistics_total(),
      align: 'end',
      cell: (row) => figure(row, row.total),
    },
    ...assignmentStatuses.map(
      (status): Column<StatisticsRow> => ({
        key: status,
        header: statusWords[status](),
        align: 'end',
        cell: (row) => figure(row, row.counts[status] ?? 0, { status: [status] }),
      }),
    ),
    {
      key: 'onTime',
      header: m.statistics_on_time_rate(),
      align: 'end',
      cell: ({ rates }) => formatShare(rates.onTime),
    },
    {
      key: 'completion',
      header: m.statistics_completion_rate(),
      align: 'end',
      cell: ({ rates }) => formatShare(rates.completion),
    },
  ]
}

export const overdueColumns = (): Column<Schema<'OverdueItem'>>[] => [
  {
    key: 'task',
    header: m.monthly_reports_task(),
    lead: true,
    cell: ({ assignmentId, task }) => <a href={paths.assignment(assignmentId)}>{task}</a>,
  },
  { key: 'unit', header: m.statistics_unit(), width: '11rem', cell: ({ unit }) => unit },
  {
    key: 'document',
    header: m.monthly_reports_document(),
    width: '9rem',
    cell: ({ number, symbol, issuedOn }) =>
      [formatDocumentNumber(number, symbol), formatCivilDate(issuedOn)].filter(Boolean).join(', '),
  },
  {
    key: 'dueOn',
    header: m.monthly_reports_due(),
    width: '7rem',
    cell: ({ effectiveDueOn }) => (
      <span className="tabular">{formatCivilDate(effectiveDueOn)}</span>
    ),
  },
  {
    key: 'daysLate',
    header: m.monthly_reports_days_late(),
    align: 'end',
    width: '6rem',
    cell: ({ daysLate }) => formatNumber(daysLate),
  },
]

export function complianceColumns(header: string): Column<Schema<'ComplianceRow'>>[] {
  const count = (
    key: 'total' | 'onTime' | 'late',
    header: string,
  ): Column<Schema<'ComplianceRow'>> => ({
    key,
    header,
    align: 'end',
    width: '7rem',
    cell: (row) => formatNumber(row[key]),
  })
  return [
    { key: 'label', header, lead: true, cell: ({ label }) => label },
    count('total', m.monthly_reports_done()),
    count('onTime', m.statistics_done_on_time()),
    count('late', m.statistics_done_late()),
    {
      key: 'rate',
      header: m.statistics_on_time_rate(),
      align: 'end',
      width: '7rem',
      cell: ({ rate }) => formatShare(rate),
    },
  ]
}
