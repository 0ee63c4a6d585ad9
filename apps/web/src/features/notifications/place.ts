import type { NotificationKind } from '@dunghan/domain'
import type { Notification } from '../../api/event-stream.ts'
import { paths } from '../../lib/paths.ts'
import { unfinished } from '../../lib/unfinished.ts'

/** Where lists of what several were told of begin. */
const lists: Partial<Record<NotificationKind, () => string>> = {
  report_submitted: paths.reviews,
  review_due: paths.reviews,
  extension_requested: () => paths.assignments({ extensionPending: 'true' }),
  overdue: () => paths.assignments({ status: 'overdue' }),
  order_overdue: () => paths.assignments({ status: 'overdue' }),
  due_soon: () => paths.assignments({ status: 'due_soon' }),
  monthly_report_drawn_up: paths.monthlyReports,
  system_trouble: paths.jobs,
}

/** The page on which to act on what was told. */
export function placeOf({ kind, assignmentId, directiveId, facts }: Notification): string {
  if (facts.monthlyReport) return paths.monthlyReport(facts.monthlyReport.id)
  if (assignmentId) {
    const isReview = kind === 'report_submitted' || kind === 'review_due'
    return isReview ? paths.review(assignmentId) : paths.assignment(assignmentId)
  }
  const list = lists[kind]
  if (list) return list()
  return directiveId
    ? paths.assignments({ directiveId })
    : paths.assignments({ status: unfinished })
}
