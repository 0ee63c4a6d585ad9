/*
 * The life of an assignment (Đ4.3–Đ4.5, Đ6.4, Đ7.6): a unit receives, reports; the office confirms or
 * returns; what was confirmed is undone only by reopening; what is not completed can be withdrawn.
 * One record says what may follow what; the server and the buttons both read it.
 */
import { type RuleCode, RuleViolation } from './rule-violation.ts'

export const assignmentStates = [
  'assigned',
  'received',
  'submitted',
  'returned',
  'completed',
  'withdrawn',
] as const

export type AssignmentState = (typeof assignmentStates)[number]

/** `lead` answers for the task and is counted; `support` (phối hợp) sees it and is told. */
export const assignmentRoles = ['lead', 'support'] as const

export type AssignmentRole = (typeof assignmentRoles)[number]

export const assignmentActs = [
  'receive',
  'report',
  'accept',
  'return',
  'reopen',
  'withdraw',
  'requestExtension',
  'decideExtension',
  'moveDueDate',
] as const

export type AssignmentAct = (typeof assignmentActs)[number]

/** From each state, each act allowed and the state it leads to. Reporting counts as receiving. */
export const transitions: Record<
  AssignmentState,
  Partial<Record<AssignmentAct, AssignmentState>>
> = {
  assigned: {
    receive: 'received',
    report: 'submitted',
    withdraw: 'withdrawn',
    requestExtension: 'assigned',
    decideExtension: 'assigned',
    moveDueDate: 'assigned',
  },
  received: {
    receive: 'received',
    report: 'submitted',
    withdraw: 'withdrawn',
    requestExtension: 'received',
    decideExtension: 'received',
    moveDueDate: 'received',
  },
  submitted: {
    accept: 'completed',
    return: 'returned',
    withdraw: 'withdrawn',
    moveDueDate: 'submitted',
  },
  returned: {
    report: 'submitted',
    withdraw: 'withdrawn',
    requestExtension: 'returned',
    decideExtension: 'returned',
    moveDueDate: 'returned',
  },
  completed: { reopen: 'returned' },
  withdrawn: {},
}

/** Open: the unit still owes a report. */
export const openStates = ['assigned', 'received', 'returned'] as const

export type OpenState = (typeof openStates)[number]

/** Whether the unit still owes a report. */
export function isOpen(state: AssignmentState): state is OpenState {
  return state === 'assigned' || state === 'received' || state === 'returned'
}

/** The acts the record allows in a state, whoever asks. */
export function actsIn(state: AssignmentState): AssignmentAct[] {
  return Object.keys(transitions[state]) as AssignmentAct[]
}

/**
 * The state after an act. Throws `report-awaiting-review` (a report or a request for extension
 * while a report waits), `already-reviewed` (a verdict after the verdict) or `invalid-transition`,
 * each with `{ state, act }`.
 * @param directiveWithdrawn the order was taken back as a whole: nothing of it begins again
 */
export function nextState(
  state: AssignmentState,
  act: AssignmentAct,
  directiveWithdrawn = false,
): AssignmentState {
  const next = transitions[state][act]
  if (next && !(directiveWithdrawn && act === 'reopen')) return next
  throw new RuleViolation(refusalOf(state, act), { state, act })
}

function refusalOf(state: AssignmentState, act: AssignmentAct): RuleCode {
  const waits = state === 'submitted' && (act === 'report' || act === 'requestExtension')
  if (waits) return 'report-awaiting-review'
  const verdict = act === 'accept' || act === 'return'
  const given = state === 'completed' || state === 'returned'
  return verdict && given ? 'already-reviewed' : 'invalid-transition'
}
