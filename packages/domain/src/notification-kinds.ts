import { allows, type Permission, type Role, roles } from './permissions.ts'

/*
 * What accounts are told of, in one word each (Đ4.5, Đ6.4, Đ6.5, Đ7: each side acts on what the
 * other has sent). A kind that was once told keeps its name for ever.
 */

interface KindRule {
  /** Who may be told: the accounts with this permission. */
  needs: Permission
  /** The bell cannot be silenced for it: the account answers for acting on it. */
  mandatory?: true
  /** Whether it goes into the digest where the account has not chosen. */
  byMail: boolean
}

export const notificationRules = {
  /** A task is given to the unit, to do or to support. */
  assigned: { needs: 'assignment.report', mandatory: true, byMail: true },
  /** Its report was found unsatisfactory. */
  returned: { needs: 'assignment.report', mandatory: true, byMail: true },
  accepted: { needs: 'assignment.report', byMail: false },
  reopened: { needs: 'assignment.report', mandatory: true, byMail: true },
  withdrawn: { needs: 'assignment.report', mandatory: true, byMail: true },
  /** The office or the working calendar moved what is owed. */
  due_date_moved: { needs: 'assignment.report', mandatory: true, byMail: true },
  extension_decided: { needs: 'assignment.report', mandatory: true, byMail: true },
  /** The coordinator reminds by hand. */
  reminder: { needs: 'assignment.report', mandatory: true, byMail: true },
  /** Due in 7, 3 or 1 working days. */
  due_soon: { needs: 'assignment.report', byMail: true },
  overdue: { needs: 'assignment.report', mandatory: true, byMail: true },
  /** A report waits for its verdict. */
  report_submitted: { needs: 'report.review', byMail: false },
  extension_requested: { needs: 'extension.decide', byMail: false },
  /** Reports whose verdict is due today (R1). */
  review_due: { needs: 'report.review', mandatory: true, byMail: true },
  /** Work ordered by one's own directive became overdue. */
  order_overdue: { needs: 'directive.enter', byMail: false },
  monthly_report_drawn_up: { needs: 'statistics.monthlyReport', byMail: true },
  /** Mail that the mail server refuses for good, or a job that fails. */
  system_trouble: { needs: 'settings.manage', mandatory: true, byMail: false },
} as const satisfies Record<string, KindRule>

export type NotificationKind = keyof typeof notificationRules

export const notificationKinds = Object.keys(notificationRules) as NotificationKind[]

const ruleOf = (kind: NotificationKind): KindRule => notificationRules[kind]

/** The kinds an account with these roles can be told of, in the order of the table. */
export function notificationKindsOf(held: readonly Role[]): NotificationKind[] {
  return notificationKinds.filter((kind) => allows(held, ruleOf(kind).needs))
}

/** The roles whose accounts can be told of a kind. */
export function rolesToldOf(kind: NotificationKind): Role[] {
  return roles.filter((role) => allows([role], ruleOf(kind).needs))
}

/** By which ways an account is told of one kind. */
export interface ToldBy {
  bell: boolean
  mail: boolean
}

/** What an account has chosen; kinds it says nothing of are told as they come. */
export type NotificationChoices = Partial<Record<NotificationKind, ToldBy>>

export const isMandatory = (kind: NotificationKind): boolean => ruleOf(kind).mandatory === true

/** By which ways an account is told of a kind: as it chose, but a mandatory one is never silent. */
export function toldBy(kind: NotificationKind, choices: NotificationChoices | null): ToldBy {
  const { bell = true, mail = ruleOf(kind).byMail } = choices?.[kind] ?? {}
  return { bell: bell || isMandatory(kind), mail }
}
