import type { ComplianceFigures, ReportFigures } from '@dunghan/contract'
import { numberText, percentText } from '../../documents/vietnamese.ts'

/** How many were followed, and how they stand. The statuses named add up to all of them. */
export function followedTexts(
  { active, carriedOver, issued }: ReportFigures,
  span: string,
  until: string,
): string[] {
  if (active.total === 0) {
    return [`Tính đến ${until}, không có nhiệm vụ nào được theo dõi ${span}.`]
  }
  const { counts, rates, returned, notReceived, extended } = active
  const count = (status: string) => numberText(counts[status as keyof typeof counts] ?? 0)
  const completed =
    (counts.completed_early ?? 0) + (counts.completed_on_time ?? 0) + (counts.completed_late ?? 0)
  const running = (counts.in_progress ?? 0) + (counts.due_soon ?? 0)
  return [
    `Tổng số nhiệm vụ được theo dõi ${span} là ${numberText(active.total)} nhiệm vụ, gồm ${numberText(carriedOver.total)} nhiệm vụ của kỳ trước chuyển sang và ${numberText(issued.total)} nhiệm vụ được giao trong kỳ. Tính đến ${until}:`,
    `- Đã hoàn thành ${numberText(completed)} nhiệm vụ, đạt ${percentText(rates.completion)}%; trong đó trước hạn ${count('completed_early')}, đúng hạn ${count('completed_on_time')}, trễ hạn ${count('completed_late')} nhiệm vụ.${
      rates.onTime === null
        ? ''
        : ` Tỷ lệ hoàn thành trước hạn và đúng hạn là ${percentText(rates.onTime)}% số nhiệm vụ đã hoàn thành.`
    }`,
    `- Đang thực hiện, chưa đến hạn ${numberText(running)} nhiệm vụ; trong đó sắp đến hạn ${count('due_soon')} nhiệm vụ.`,
    `- Quá hạn chưa hoàn thành ${count('overdue')} nhiệm vụ, chiếm ${percentText(rates.overdue)}%.`,
    `- Đã báo cáo, đang chờ xác nhận kết quả ${count('awaiting_review')} nhiệm vụ.`,
    `Trong số nhiệm vụ chưa hoàn thành có ${numberText(returned)} nhiệm vụ đã báo cáo nhưng được xác nhận chưa đạt, ${numberText(notReceived)} nhiệm vụ đơn vị chưa tiếp nhận. Số nhiệm vụ được gia hạn là ${numberText(extended)}.`,
  ]
}

/** Against the month before, each figure as it stood at that month's end. */
export function changesText(
  { active, issued }: ReportFigures,
  previous: NonNullable<ReportFigures['previous']>,
  month: string,
): string {
  const overdue = (figures: ReportFigures['active']) => figures.counts.overdue ?? 0
  return `So với ${month}: ${[
    `số nhiệm vụ được theo dõi ${change(previous.active.total, active.total)}`,
    `số nhiệm vụ được giao trong tháng ${change(previous.issued.total, issued.total)}`,
    `số nhiệm vụ quá hạn chưa hoàn thành ${change(overdue(previous.active), overdue(active))}`,
    `tỷ lệ hoàn thành trước hạn và đúng hạn ${rateChange(previous.active.rates.onTime, active.rates.onTime)}`,
  ].join('; ')}.`
}

function change(before: number, after: number): string {
  if (before === after) return `không thay đổi (${numberText(after)})`
  const [verb, way] = after > before ? ['tăng', 'lên'] : ['giảm', 'xuống']
  return `${verb} ${numberText(Math.abs(after - before))} (từ ${numberText(before)} ${way} ${numberText(after)})`
}

function rateChange(before: number | null, after: number | null): string {
  if (before === null || after === null) return 'chưa có số liệu để so sánh'
  // As they are printed: a difference nobody can see is none.
  const [then, now] = [Math.round(before * 1000), Math.round(after * 1000)]
  if (then === now) return `không thay đổi (${percentText(after)}%)`
  const [verb, way] = now > then ? ['tăng', 'lên'] : ['giảm', 'xuống']
  return `${verb} ${percentText(Math.abs(now - then) / 1000)} điểm phần trăm (từ ${percentText(before)}% ${way} ${percentText(after)}%)`
}

/** Whether what the regulation says of times was kept, by the office as by the units (Đ8.2). */
export function complianceTexts({ compliance }: ReportFigures): string[] {
  const { directiveEntry, reportEntry, review } = compliance
  return [
    `- Cập nhật văn bản giao nhiệm vụ (khoản 3 Điều 6 của Quy chế): ${outcome(directiveEntry.totals, 'văn bản được cập nhật')}.`,
    `- Cập nhật văn bản báo cáo, phản hồi của các đơn vị (khoản 5 Điều 7 của Quy chế): ${outcome(reportEntry.totals, 'văn bản được cập nhật')}.`,
    `- Xác nhận kết quả thực hiện (khoản 4 Điều 6 của Quy chế): ${outcome(review.totals, 'báo cáo được xác nhận')}${waiting(review.totals)}.`,
  ]
}

function outcome({ total, onTime, late, rate }: ComplianceFigures, what: string): string {
  if (total === 0) return `không có ${what} trong kỳ`
  return `${numberText(total)} ${what}, đúng thời hạn ${numberText(onTime)}, trễ thời hạn ${numberText(late)}; tỷ lệ đúng thời hạn ${percentText(rate)}%`
}

function waiting({ waiting = 0, waitingLate = 0 }: ComplianceFigures): string {
  if (waiting === 0) return ''
  return `; còn ${numberText(waiting)} báo cáo chờ xác nhận, trong đó ${numberText(waitingLate)} báo cáo đã quá thời gian xác nhận`
}
