/*
 * Changing a due date. A unit asks for an extension with a reason and a later date; a reviewer
 * approves it, with the same or another later date, or rejects it with a comment. The office may
 * also move a due date itself, either way, with a reason, but never before the day of issue.
 */
import type { CivilDate } from './civil-date.ts'
import { checkTask } from './directive-entry.ts'
import { checkInCalendar, isBlank } from './document-checks.ts'
import { checkReason } from './report-entry.ts'
import type { RuleBreach } from './rule-violation.ts'

export const extensionDecisions = ['approved', 'rejected'] as const

export type ExtensionDecision = (typeof extensionDecisions)[number]

/** Every rule a request for extension breaks; `currentDueOn` is the stated date in force. */
export function checkExtension(request: {
  dueOn?: CivilDate | null
  currentDueOn: CivilDate
  reason?: string | null
}): RuleBreach[] {
  return [...checkLater(request), ...checkReason(request.reason)]
}

/** Every rule a decision breaks; without `dueOn` the date asked for is meant. */
export function checkExtensionDecision(decision: {
  decision: ExtensionDecision
  dueOn?: CivilDate | null
  comment?: string | null
  currentDueOn: CivilDate
}): RuleBreach[] {
  if (decision.decision === 'approved') return decision.dueOn ? checkLater(decision) : []
  return isBlank(decision.comment) ? [{ code: 'comment-required', pointer: '/comment' }] : []
}

/** Every rule a move of the due date by the office breaks. */
export function checkDueDateMove(move: {
  dueOn?: CivilDate | null
  issuedOn: CivilDate
  reason?: string | null
}): RuleBreach[] {
  return [...checkTask(move, move), ...checkReason(move.reason)]
}

function checkLater({
  dueOn,
  currentDueOn,
}: {
  dueOn?: CivilDate | null
  currentDueOn: CivilDate
}): RuleBreach[] {
  if (!dueOn) return [{ code: 'due-date-required', pointer: '/dueOn' }]
  const outside = checkInCalendar(dueOn, '/dueOn')
  if (outside.length > 0 || dueOn > currentDueOn) return outside
  return [{ code: 'due-date-not-later', pointer: '/dueOn', params: { dueOn, currentDueOn } }]
}
