import type { MonthlyReportSummary, OverdueItem, ReportFigures } from '@dunghan/contract'
import { civilDateAt, formatCivilDate, formatDocumentNumber, monthOf } from '@dunghan/domain'
import type { Paper, PaperPart, PaperTable } from '../../documents/paper.ts'
import { monthText, numberText, percentText, untilText } from '../../documents/vietnamese.ts'
import { statisticsPaperTable } from '../statistics/statistics-columns.ts'
import { changesText, complianceTexts, followedTexts } from './report-sentences.ts'
import { matter, spanText } from './report-words.ts'

type Report = Pick<
  MonthlyReportSummary,
  'kind' | 'from' | 'to' | 'asOf' | 'title' | 'drawnUpAt'
> & {
  figures: ReportFigures
}

/**
 * A report as a draft to be signed: the figures in sentences, then in tables. What is internal is
 * counted and not told: a paper goes further than the office. Who entered and reviewed late is told
 * by unit alone; the office's own people read it on the screen.
 */
export function reportPaper(report: Report): Paper {
  const { figures, title } = report
  const asOf = new Date(report.asOf)
  const monthly = report.kind === 'monthly'
  const span = spanText({ ...report, month: monthly ? monthOf(report.from) : null })
  const { issuer } = figures.letterhead
  return {
    letterhead: figures.letterhead,
    date: civilDateAt(new Date(report.drawnUpAt)),
    typeName: 'BÁO CÁO',
    abstract: title,
    body: [
      paragraph(
        `Căn cứ Quyết định số 1298/QĐ-UBND-HC ngày 23 tháng 12 năm 2013 của Ủy ban nhân dân Tỉnh về việc ban hành Quy chế sử dụng phần mềm theo dõi, tổng hợp kết quả thực hiện nhiệm vụ do Ủy ban nhân dân Tỉnh giao, ${issuer} báo cáo ${matter} ${span} như sau:`,
      ),
      heading('I. KẾT QUẢ CHUNG'),
      ...followedTexts(figures, monthly ? `trong ${span}` : span, untilText(asOf)).map(paragraph),
      ...(figures.previous
        ? [paragraph(changesText(figures, figures.previous, monthText(figures.previous.month)))]
        : []),
      heading('II. KẾT QUẢ CỤ THỂ'),
      ...tables(figures),
      heading('III. NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH'),
      ...overdueParts(figures, untilText(asOf)),
      heading('IV. VIỆC CHẤP HÀNH THỜI GIAN CẬP NHẬT VÀ XÁC NHẬN'),
      ...complianceTexts(figures).map(paragraph),
      paragraph(`Trên đây là ${matter} ${span}, ${issuer} kính báo cáo./.`),
    ],
  }
}

const paragraph = (text: string): PaperPart => ({ kind: 'paragraph', text })
const heading = (text: string): PaperPart => ({ kind: 'heading', text })

function tables({ byUnit, byUnitType, byLeader, byKind, active }: ReportFigures): PaperPart[] {
  if (active.total === 0) return [paragraph('Không có nhiệm vụ được theo dõi trong kỳ.')]
  return [
    statisticsPaperTable('Bảng 1. Kết quả theo đơn vị', 'Đơn vị', byUnit, active),
    statisticsPaperTable('Bảng 2. Kết quả theo loại đơn vị', 'Loại đơn vị', byUnitType, active),
    statisticsPaperTable('Bảng 3. Kết quả theo người chỉ đạo', 'Người chỉ đạo', byLeader, active),
    statisticsPaperTable('Bảng 4. Kết quả theo loại văn bản', 'Loại văn bản', byKind, active),
  ]
}

function overdueParts({ active, overdue: { ages, items } }: ReportFigures, until: string) {
  const total = active.counts.overdue ?? 0
  if (total === 0) return [paragraph(`Đến ${until}, không có nhiệm vụ quá hạn chưa hoàn thành.`)]
  const byAge = ages
    .filter((age) => age.total > 0)
    .map((age) => `${numberText(age.total)} nhiệm vụ quá hạn ${age.label.toLowerCase()}`)
  const named =
    items.length < total
      ? ` Danh sách dưới đây nêu ${numberText(items.length)} nhiệm vụ quá hạn lâu nhất; toàn bộ danh sách có trên phần mềm.`
      : ''
  return [
    paragraph(
      `Đến ${until}, còn ${numberText(total)} nhiệm vụ quá hạn chưa hoàn thành (${percentText(active.rates.overdue)}% số nhiệm vụ theo dõi), gồm ${byAge.join('; ')}.${named}`,
    ),
    overdueTable(items),
  ]
}

/** Instead of what an internal directive says. */
export const internalWords = '(văn bản nội bộ)'

/** `215/TB-VPUBND, ngày 20/11/2026`; without a number, the day alone. */
export function documentText({ number, symbol, issuedOn }: OverdueItem): string {
  const code = formatDocumentNumber(number, symbol)
  return [code, `ngày ${formatCivilDate(issuedOn)}`].filter(Boolean).join(', ')
}

function overdueTable(items: readonly OverdueItem[]): PaperTable {
  return {
    kind: 'table',
    title: 'Bảng 5. Nhiệm vụ quá hạn, lâu nhất trước',
    columns: [
      { header: 'STT', width: 9, align: 'center' },
      { header: 'Đơn vị', width: 36 },
      { header: 'Văn bản giao nhiệm vụ', width: 34 },
      { header: 'Nội dung nhiệm vụ', width: 50 },
      { header: 'Thời hạn', width: 20, align: 'center' },
      { header: 'Quá hạn (ngày làm việc)', width: 16, align: 'center' },
    ],
    rows: items.map((item, at) => [
      String(at + 1),
      item.unit,
      documentText(item),
      item.internal ? internalWords : item.task,
      formatCivilDate(item.effectiveDueOn),
      numberText(item.daysLate),
    ]),
  }
}
