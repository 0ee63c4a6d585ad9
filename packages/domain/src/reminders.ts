/*
 * The coordinator reminds by hand (Đ4.5, Đ6.4) whoever still owes a report: the unit that answers for
 * the task, not one that supports it, and once a day at most.
 */
import { type AssignmentRole, type AssignmentState, isOpen } from './assignment.ts'
import { type CivilDate, civilDateAt } from './civil-date.ts'

/** Why nobody is reminded of an assignment. */
export const reminderSkips = ['not-open', 'reminded-today', 'no-account', 'support'] as const

export type ReminderSkip = (typeof reminderSkips)[number]

export interface RemindedAssignment {
  role: AssignmentRole
  state: AssignmentState
  /** Whether the unit has an account that is not disabled. */
  hasAccount: boolean
  lastRemindedAt: Date | null
}

/** Why the unit is not reminded today in Việt Nam; null when it may be. */
export function reminderSkip(
  { role, state, hasAccount, lastRemindedAt }: RemindedAssignment,
  today: CivilDate,
): ReminderSkip | null {
  if (role === 'support') return 'support'
  if (!isOpen(state)) return 'not-open'
  if (!hasAccount) return 'no-account'
  return lastRemindedAt && civilDateAt(lastRemindedAt) >= today ? 'reminded-today' : null
}
