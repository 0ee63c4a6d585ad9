/*
 * What one account may do with one assignment now: what its state allows and what the account's
 * roles permit. A unit acts on its own assignments only; on a supporting row nobody acts, since a
 * supporting unit neither reports nor is counted.
 */
import {
  type AssignmentAct,
  type AssignmentRole,
  type AssignmentState,
  actsIn,
} from './assignment.ts'
import {
  type Actor,
  allows,
  type DirectiveOwners,
  mayWithdrawAssignment,
  type Permission,
} from './permissions.ts'

/** The owners of its directive decide whether a specialist may withdraw it. */
export interface ActedAssignment extends DirectiveOwners {
  state: AssignmentState
  role: AssignmentRole
  unitId: string
  /** Whether a request for extension waits for its decision; when not told, both are offered. */
  extensionPending?: boolean
}

/** The permission behind each act. */
export const permissionOfAct: Record<AssignmentAct, Permission> = {
  receive: 'assignment.receive',
  report: 'assignment.report',
  accept: 'report.review',
  return: 'report.review',
  reopen: 'assignment.reopen',
  withdraw: 'assignment.withdraw',
  requestExtension: 'assignment.requestExtension',
  decideExtension: 'extension.decide',
  moveDueDate: 'assignment.moveDueDate',
}

const unitActs: readonly AssignmentAct[] = ['receive', 'report', 'requestExtension']

/** The acts to offer, in the order of the state's record. Receiving twice is allowed, not offered. */
export function availableActs(assignment: ActedAssignment, actor: Actor): AssignmentAct[] {
  if (assignment.role === 'support') return []
  return actsIn(assignment.state).filter(
    (act) =>
      allows(actor.roles, permissionOfAct[act]) &&
      concerns(act, assignment, actor) &&
      isUseful(act, assignment),
  )
}

function concerns(act: AssignmentAct, assignment: ActedAssignment, actor: Actor): boolean {
  if (act === 'withdraw') return mayWithdrawAssignment(actor, assignment)
  return !unitActs.includes(act) || actor.unitId === assignment.unitId
}

function isUseful(act: AssignmentAct, { state, extensionPending }: ActedAssignment): boolean {
  if (act === 'receive') return state === 'assigned'
  if (act === 'requestExtension') return extensionPending !== true
  if (act === 'decideExtension') return extensionPending !== false
  return true
}
