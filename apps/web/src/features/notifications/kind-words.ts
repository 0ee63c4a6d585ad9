import type { NotificationKind } from '@dunghan/domain'
import { m } from '../../paraglide/messages.js'

type OfEach<T> = Record<NotificationKind, T>

/** What a kind is called where one chooses among them. */
export const kindNames: OfEach<() => string> = {
  assigned: m.notifications_kind_assigned,
  returned: m.notifications_kind_returned,
  accepted: m.notifications_kind_accepted,
  reopened: m.notifications_kind_reopened,
  withdrawn: m.notifications_kind_withdrawn,
  due_date_moved: m.notifications_kind_due_date_moved,
  extension_decided: m.notifications_kind_extension_decided,
  reminder: m.notifications_kind_reminder,
  due_soon: m.notifications_kind_due_soon,
  overdue: m.notifications_kind_overdue,
  report_submitted: m.notifications_kind_report_submitted,
  extension_requested: m.notifications_kind_extension_requested,
  review_due: m.notifications_kind_review_due,
  order_overdue: m.notifications_kind_order_overdue,
  monthly_report_drawn_up: m.notifications_kind_monthly_report_drawn_up,
  system_trouble: m.notifications_kind_system_trouble,
}

/** What is said when it is about one assignment, or about none. */
export const toldOfOne: OfEach<() => string> = {
  assigned: m.notifications_one_assigned,
  returned: m.notifications_one_returned,
  accepted: m.notifications_one_accepted,
  reopened: m.notifications_one_reopened,
  withdrawn: m.notifications_one_withdrawn,
  due_date_moved: m.notifications_one_due_date_moved,
  extension_decided: m.notifications_one_extension_decided,
  reminder: m.notifications_one_reminder,
  due_soon: m.notifications_one_due_soon,
  overdue: m.notifications_one_overdue,
  report_submitted: m.notifications_one_report_submitted,
  extension_requested: m.notifications_one_extension_requested,
  review_due: m.notifications_one_review_due,
  order_overdue: m.notifications_one_order_overdue,
  monthly_report_drawn_up: m.notifications_one_monthly_report_drawn_up,
  system_trouble: m.notifications_one_system_trouble,
}

/** And when it is about several at once. */
export const toldOfMany: OfEach<(inputs: { count: string }) => string> = {
  assigned: m.notifications_many_assigned,
  returned: m.notifications_many_returned,
  accepted: m.notifications_many_accepted,
  reopened: m.notifications_many_reopened,
  withdrawn: m.notifications_many_withdrawn,
  due_date_moved: m.notifications_many_due_date_moved,
  extension_decided: m.notifications_many_extension_decided,
  reminder: m.notifications_many_reminder,
  due_soon: m.notifications_many_due_soon,
  overdue: m.notifications_many_overdue,
  report_submitted: m.notifications_many_report_submitted,
  extension_requested: m.notifications_many_extension_requested,
  review_due: m.notifications_many_review_due,
  order_overdue: m.notifications_many_order_overdue,
  monthly_report_drawn_up: m.notifications_many_monthly_report_drawn_up,
  system_trouble: m.notifications_many_system_trouble,
}
