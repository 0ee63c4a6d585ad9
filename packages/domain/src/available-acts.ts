/*
 * What one account may do with one assignment now: what its state allows and what the account's
 * roles permit. A unit acts on its own assignments only. A supporting unit neither reports nor is
 * counted: of its row the office may only take it back.
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
  /** How many extensions may still be approved; with none left, no more are asked for. */
  extensionsLeft?: number
  /** Whether its directive was taken back as a whole: then nothing is reopened. */
  directiveWithdrawn?: boolean
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
  return actsIn(assignment.state).filter(
    (act) =>
      allows(actor.roles, permissionOfAct[act]) &&
      concerns(act, assignment, actor) &&
      isUseful(act, assignment),
  )
}

/** Whether the act is ever done to a row of this role; a supporting one is only withdrawn. */
function concernsRole(act: AssignmentAct, role: AssignmentRole): boolean {
  return role === 'lead' || act === 'withdraw'
}

function concerns(act: AssignmentAct, assignment: ActedAssignment, actor: Actor): boolean {
  if (!concernsRole(act, assignment.role)) return false
  if (act === 'withdraw') return mayWithdrawAssignment(actor, assignment)
  return !unitActs.includes(act) || actor.unitId === assignment.unitId
}

function isUseful(act: AssignmentAct, assignment: ActedAssignment): boolean {
  const { state, extensionPending, extensionsLeft, directiveWithdrawn } = assignment
  if (act === 'reopen') return !directiveWithdrawn
  if (act === 'receive') return state === 'assigned'
  if (act === 'requestExtension') return extensionPending !== true && extensionsLeft !== 0
  if (act === 'decideExtension') return extensionPending !== false
  return true
}
