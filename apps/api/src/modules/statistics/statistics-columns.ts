import type { StatisticsFigures, StatisticsRow } from '@dunghan/contract'
import { type AssignmentStatus, assignmentStatuses } from '@dunghan/domain'
import type { PaperColumn, PaperTable } from '../../documents/paper.ts'
import type { Column, TotalCells } from '../../documents/table.ts'
import { statusWords } from '../../documents/terms.ts'
import { numberText, percentText } from '../../documents/vietnamese.ts'

/**
 * Rows of statistics as columns of a spreadsheet. Its totals are formulas over the rows; they come
 * to the totals given, which stand in the cells for programs that do not work them out.
 * @param title over what the rows are grouped by
 */
export function statisticsColumns(
  title: string,
  totals: StatisticsFigures,
): Column<StatisticsRow>[] {
  const count = (
    key: string,
    title: string,
    value: (row: StatisticsRow) => number,
  ): Column<StatisticsRow> => ({ type: 'integer', key, title, width: 12, value, total: 'sum' })
  const rate = (
    key: keyof StatisticsFigures['rates'],
    title: string,
    part: readonly AssignmentStatus[],
    whole: readonly string[],
  ): Column<StatisticsRow> => ({
    type: 'percent',
    key: `${key}Rate`,
    title,
    width: 12,
    value: ({ rates }) => rates[key],
    total: { formula: (cells) => share(cells, part, whole), value: totals.rates[key] },
  })
  return [
    { type: 'text', key: 'label', title, width: 44, value: ({ label }) => label },
    count('total', 'Tổng số', ({ total }) => total),
    ...assignmentStatuses.map((status) =>
      count(status, statusWords[status].vi, ({ counts }) => counts[status] ?? 0),
    ),
    count('returned', 'Bị trả lại', ({ returned }) => returned),
    count('notReceived', 'Chưa tiếp nhận', ({ notReceived }) => notReceived),
    count('extended', 'Được gia hạn', ({ extended }) => extended),
    rate('onTime', 'Tỷ lệ hoàn thành đúng hạn', inTime, completed),
    rate('completion', 'Tỷ lệ hoàn thành', completed, ['total']),
    rate('overdue', 'Tỷ lệ quá hạn', ['overdue'], ['total']),
  ]
}

const inTime = ['completed_early', 'completed_on_time'] as const
const completed = [...inTime, 'completed_late'] as const

/** The rates of the domain over the cells of the totals: nothing where there is nothing to divide by. */
function share(
  { total }: TotalCells,
  part: readonly AssignmentStatus[],
  whole: readonly string[],
): string {
  const sum = (keys: readonly string[]) => `(${keys.map(total).join('+')})`
  return `IF(${sum(whole)}=0,"",${sum(part)}/${sum(whole)})`
}

const center = 'center' as const
const number = (header: string, group: string, width = 12): PaperColumn => ({
  header,
  group,
  width,
  align: center,
})

/** Rows of statistics as a table on paper: the seven statuses, which add up, and two rates. */
export function statisticsPaperTable(
  title: string,
  by: string,
  rows: readonly StatisticsRow[],
  totals: StatisticsFigures,
): PaperTable {
  const cells = ({ total, counts, rates }: StatisticsFigures) => [
    numberText(total),
    ...paperOrder.map((status) => numberText(counts[status] ?? 0)),
    percentText(rates.completion),
    percentText(rates.onTime),
  ]
  return {
    kind: 'table',
    title,
    columns: [
      { header: 'STT', width: 9, align: center },
      { header: by, width: 42 },
      { header: 'Tổng số', width: 12, align: center },
      number('Trước hạn', 'Đã hoàn thành'),
      number('Đúng hạn', 'Đã hoàn thành'),
      number('Trễ hạn', 'Đã hoàn thành', 11),
      number('Đang thực hiện', 'Chưa hoàn thành'),
      number('Sắp đến hạn', 'Chưa hoàn thành', 11),
      number('Quá hạn', 'Chưa hoàn thành', 11),
      number('Chờ xác nhận', 'Chưa hoàn thành'),
      number('Hoàn thành', 'Tỷ lệ (%)', 12.5),
      number('Đúng hạn', 'Tỷ lệ (%)'),
    ],
    rows: rows.map((row, at) => [String(at + 1), row.label, ...cells(row)]),
    sum: ['', 'Tổng cộng', ...cells(totals)],
  }
}

const paperOrder: readonly AssignmentStatus[] = [
  ...completed,
  'in_progress',
  'due_soon',
  'overdue',
  'awaiting_review',
]
