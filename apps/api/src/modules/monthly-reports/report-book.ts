import type {
  ComplianceFigures,
  ComplianceRow,
  MonthlyReport,
  OverdueItem,
  ReportFigures,
} from '@dunghan/contract'
import type { Column, Heading } from '../../documents/table.ts'
import { untilText } from '../../documents/vietnamese.ts'
import type { Book } from '../../documents/xlsx-book.ts'
import type { Sheet } from '../../documents/xlsx-sheet.ts'
import { statisticsColumns } from '../statistics/statistics-columns.ts'
import { documentText, internalWords } from './report-paper.ts'

/** A report as a workbook: a sheet for each of its tables, totals as formulas. */
export function reportBook(report: MonthlyReport): Book {
  const { figures, title } = report
  const headings = (of: string): Heading[] => [
    { text: title, look: 'title' },
    { text: of, look: 'bold' },
    { text: `Số liệu tính đến ${untilText(new Date(report.asOf))}.`, look: 'note' },
  ]
  const { compliance } = figures
  const counted = (name: string, by: string, rows: ReportFigures['byUnit']): Sheet<unknown> =>
    ({
      name,
      headings: headings(`Kết quả theo ${by.toLowerCase()}`),
      columns: statisticsColumns(by, figures.active),
      rows,
      totalsLabel: 'Tổng cộng',
    }) as Sheet<unknown>
  const complied = (
    name: string,
    by: string,
    { rows, totals }: { rows: ComplianceRow[]; totals: ComplianceFigures },
  ) => ({
    name,
    headings: headings(`Chấp hành thời gian: ${name.toLowerCase()}`),
    columns: complianceColumns(by, totals),
    rows: withNobodys(rows, totals),
    totalsLabel: 'Tổng cộng',
  })
  return {
    title,
    createdAt: new Date(report.drawnUpAt),
    sheets: [
      counted('Theo đơn vị', 'Đơn vị', figures.byUnit),
      counted('Theo loại đơn vị', 'Loại đơn vị', figures.byUnitType),
      counted('Theo người chỉ đạo', 'Người chỉ đạo', figures.byLeader),
      counted('Theo loại văn bản', 'Loại văn bản', figures.byKind),
      {
        name: 'Quá hạn',
        headings: headings('Nhiệm vụ quá hạn chưa hoàn thành, lâu nhất trước'),
        columns: overdueColumns,
        rows: figures.overdue.items,
      },
      complied('Cập nhật văn bản giao', 'Chuyên viên', compliance.directiveEntry),
      complied('Cập nhật báo cáo', 'Đơn vị', compliance.reportEntry),
      complied('Xác nhận kết quả', 'Người xác nhận', compliance.review),
    ],
  }
}

const overdueColumns: Column<OverdueItem>[] = [
  { type: 'text', key: 'unit', title: 'Đơn vị', width: 40, value: ({ unit }) => unit },
  { type: 'text', key: 'document', title: 'Văn bản giao', width: 30, value: documentText },
  {
    type: 'text',
    key: 'title',
    title: 'Tên văn bản',
    width: 50,
    value: ({ internal, title }) => (internal ? internalWords : title),
  },
  {
    type: 'text',
    key: 'task',
    title: 'Nội dung nhiệm vụ',
    width: 60,
    value: ({ internal, task }) => (internal ? internalWords : task),
  },
  { type: 'date', key: 'dueOn', title: 'Thời hạn', width: 12, value: ({ dueOn }) => dueOn },
  {
    type: 'date',
    key: 'effectiveDueOn',
    title: 'Hạn hiệu lực',
    width: 12,
    value: ({ effectiveDueOn }) => effectiveDueOn,
  },
  {
    type: 'integer',
    key: 'daysLate',
    title: 'Quá hạn (ngày làm việc)',
    width: 12,
    value: ({ daysLate }) => daysLate,
  },
]

/** As the domain has it: what waits too long counts as late. */
function complianceColumns(by: string, totals: ComplianceFigures): Column<ComplianceRow>[] {
  const count = (
    key: string,
    title: string,
    value: (row: ComplianceRow) => number,
  ): Column<ComplianceRow> => ({ type: 'integer', key, title, width: 12, value, total: 'sum' })
  return [
    { type: 'text', key: 'label', title: by, width: 44, value: ({ label }) => label },
    count('total', 'Đã thực hiện', ({ total }) => total),
    count('onTime', 'Đúng thời hạn', ({ onTime }) => onTime),
    count('late', 'Trễ thời hạn', ({ late }) => late),
    count('waiting', 'Đang chờ', ({ waiting = 0 }) => waiting),
    count('waitingLate', 'Chờ quá thời hạn', ({ waitingLate = 0 }) => waitingLate),
    {
      type: 'percent',
      key: 'rate',
      title: 'Tỷ lệ đúng thời hạn',
      width: 12,
      value: ({ rate }) => rate,
      total: {
        formula: ({ total }) => {
          const due = `(${total('total')}+${total('waitingLate')})`
          return `IF(${due}=0,"",${total('onTime')}/${due})`
        },
        value: totals.rate,
      },
    },
  ]
}

/** A row for what is in the totals and nobody's yet, so that the rows add up to them. */
function withNobodys(rows: ComplianceRow[], totals: ComplianceFigures): ComplianceRow[] {
  const rest = (key: 'waiting' | 'waitingLate') =>
    rows.reduce((left, row) => left - (row[key] ?? 0), totals[key] ?? 0)
  const waiting = rest('waiting')
  if (waiting === 0) return rows
  const waitingLate = rest('waitingLate')
  const none = { total: 0, onTime: 0, late: 0, waiting, waitingLate }
  return [
    ...rows,
    { key: '', label: 'Chưa có người xác nhận', ...none, rate: waitingLate > 0 ? 0 : null },
  ]
}
