import type { NotificationKind } from '@dunghan/domain'

/** How mail speaks of a kind: the heading of its lines, and so many of it in the subject. */
interface KindWords {
  heading: string
  /** After a number: `3 việc mới`. */
  counted: string
}

/** In the order in which a mail tells of them. */
export const digestWords: Record<NotificationKind, KindWords> = {
  assigned: { heading: 'Việc mới được giao', counted: 'việc mới' },
  returned: { heading: 'Báo cáo bị trả lại', counted: 'báo cáo bị trả lại' },
  reopened: { heading: 'Việc được mở lại', counted: 'việc được mở lại' },
  overdue: { heading: 'Việc quá hạn', counted: 'việc quá hạn' },
  due_soon: { heading: 'Việc sắp đến hạn', counted: 'việc sắp đến hạn' },
  reminder: { heading: 'Văn phòng nhắc thực hiện', counted: 'việc được nhắc' },
  due_date_moved: { heading: 'Việc thay đổi thời hạn', counted: 'việc thay đổi thời hạn' },
  extension_decided: {
    heading: 'Kết quả đề nghị gia hạn',
    counted: 'đề nghị gia hạn có kết quả',
  },
  withdrawn: { heading: 'Việc được thu hồi', counted: 'việc được thu hồi' },
  accepted: { heading: 'Báo cáo được xác nhận đạt', counted: 'báo cáo đạt' },
  review_due: { heading: 'Báo cáo đến hạn xác nhận', counted: 'báo cáo đến hạn xác nhận' },
  report_submitted: { heading: 'Báo cáo chờ xác nhận', counted: 'báo cáo chờ xác nhận' },
  extension_requested: { heading: 'Đề nghị gia hạn', counted: 'đề nghị gia hạn' },
  order_overdue: {
    heading: 'Văn bản có việc quá hạn',
    counted: 'việc quá hạn của văn bản đã soạn thảo',
  },
  monthly_report_drawn_up: { heading: 'Báo cáo tháng đã lập', counted: 'báo cáo tháng' },
  system_trouble: { heading: 'Sự cố của phần mềm', counted: 'sự cố' },
}
