import type { MailedNotification } from './mails.store.ts'

/** Pages of the desk that mail leads to, as the screens have them. */
export const deskPages = {
  assignment: '/nhiem-vu/:id',
  directive: '/van-ban/:id',
  reviews: '/cho-xac-nhan',
  monthlyReport: '/bao-cao/:id',
  jobs: '/quan-tri/viec-tu-dong',
  notifications: '/thong-bao',
  notificationSettings: '/thong-bao/cai-dat',
} as const

type Told = Pick<MailedNotification, 'kind' | 'assignmentId' | 'directiveId' | 'facts'>

/** Where what was told is to be seen: a path of the screens. */
export function deskPathOf({ kind, assignmentId, directiveId, facts }: Told): string {
  if (kind === 'order_overdue' && directiveId)
    return deskPages.directive.replace(':id', directiveId)
  if (assignmentId) return deskPages.assignment.replace(':id', assignmentId)
  if (kind === 'review_due') return deskPages.reviews
  if (kind === 'system_trouble') return deskPages.jobs
  if (facts.monthlyReport) return deskPages.monthlyReport.replace(':id', facts.monthlyReport.id)
  return deskPages.notifications
}
