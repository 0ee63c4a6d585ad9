/*
 * Changing a due date. A unit asks for an extension with a reason and a later date, one request at
 * a time; a reviewer approves it, with the same or another later date, or rejects it with a
 * comment. No more are approved than the office allows each assignment. The office may also move a
 * due date itself, either way, with a reason, but never before the day of issue.
 */
import { type AssignmentState, isOpen } from './assignment.ts'
import type { CivilDate } from './civil-date.ts'
import { checkTask } from './directive-entry.ts'
import { checkInCalendar, isBlank } from './document-checks.ts'
import { checkReason } from './report-entry.ts'
import type { RuleBreach } from './rule-violation.ts'

export const extensionDecisions = ['approved', 'rejected'] as const

export type ExtensionDecision = (typeof extensionDecisions)[number]

/** How a request ends: decided, or `lapsed` because there is nothing left to decide. */
export const extensionOutcomes = [...extensionDecisions, 'lapsed'] as const

export type ExtensionOutcome = (typeof extensionOutcomes)[number]

/** A request that was made, as far as the rules look at it; undecided while `decision` is null. */
export interface AskedExtension {
  decision: ExtensionOutcome | null
}

/** Put off: the date in force is later than the one first stated. Moved back to it, no longer. */
export function isExtended(dates: { dueOn: CivilDate; originalDueOn: CivilDate }): boolean {
  return dates.dueOn > dates.originalDueOn
}

/** Whether a request waits for its decision. */
export function isExtensionPending(asked: readonly AskedExtension[]): boolean {
  return asked.some(({ decision }) => decision === null)
}

/** How many extensions may still be approved, of those the office allows each assignment. */
export function extensionsLeft(asked: readonly AskedExtension[], limit: number): number {
  return Math.max(0, limit - granted(asked))
}

/** What stands in the way of asking once more: one that waits, or as many approved as may be. */
export function checkExtensionRound(asked: readonly AskedExtension[], limit: number): RuleBreach[] {
  if (isExtensionPending(asked)) return [{ code: 'extension-awaiting-decision', pointer: '' }]
  return checkLimit(asked, limit)
}

/** Every rule a request for extension breaks; `currentDueOn` is the stated date in force. */
export function checkExtension(request: {
  dueOn?: CivilDate | null
  currentDueOn: CivilDate
  reason?: string | null
}): RuleBreach[] {
  return [...checkLater(request), ...checkReason(request.reason)]
}

/**
 * Every rule a decision breaks; without `dueOn` the date asked for is meant. The limit counts
 * again: it may have been lowered since the unit asked, as the date in force may have moved.
 */
export function checkExtensionDecision(
  decision: {
    decision: ExtensionDecision
    dueOn?: CivilDate | null
    comment?: string | null
    askedDueOn: CivilDate
    currentDueOn: CivilDate
  },
  asked: readonly AskedExtension[],
  limit: number,
): RuleBreach[] {
  if (decision.decision === 'rejected') {
    return isBlank(decision.comment) ? [{ code: 'comment-required', pointer: '/comment' }] : []
  }
  const { askedDueOn, currentDueOn } = decision
  const dueOn = decision.dueOn ?? askedDueOn
  return [...checkLimit(asked, limit), ...checkLater({ dueOn, currentDueOn })]
}

/** Every rule a move of the due date by the office breaks. */
export function checkDueDateMove(move: {
  dueOn?: CivilDate | null
  issuedOn: CivilDate
  reason?: string | null
}): RuleBreach[] {
  return [...checkTask(move, move), ...checkReason(move.reason)]
}

/**
 * Through which asked-for date waiting requests lapse once an assignment has changed: `all` of
 * them when no report is owed any more (one was sent, or the assignment taken back); up to the new
 * due date when it was moved, since what was asked for is then given; null when they wait on.
 */
export function lapsingThrough(change: {
  state?: AssignmentState
  dueOn?: CivilDate
}): 'all' | CivilDate | null {
  if (change.state && !isOpen(change.state)) return 'all'
  return change.dueOn ?? null
}

const granted = (asked: readonly AskedExtension[]) =>
  asked.filter(({ decision }) => decision === 'approved').length

function checkLimit(asked: readonly AskedExtension[], limit: number): RuleBreach[] {
  if (extensionsLeft(asked, limit) > 0) return []
  return [
    { code: 'extension-limit-reached', pointer: '', params: { limit, granted: granted(asked) } },
  ]
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
