import {
  type AssignmentAct,
  isExtensionPending,
  isOpen,
  type Permission,
  permissionOfAct,
} from '@dunghan/domain'
import type { Assignment } from '../../api/assignments.ts'
import { formatInstant, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'

/** The acts this page offers, in the order of the buttons. */
const offered = [
  'receive',
  'report',
  'requestExtension',
  'accept',
  'moveDueDate',
  'reopen',
  'withdraw',
] as const

export type OfferedAct = (typeof offered)[number]

/** Those which the account's roles can ever do; the rest is other people's work. */
export function actsOf(may: (permission: Permission) => boolean): OfferedAct[] {
  return offered.filter((act) => may(permissionOfAct[act satisfies AssignmentAct]))
}

/** Why an act is not possible now; null when it is. The server's own `can` decides. */
export function reasonAgainst(act: OfferedAct, assignment: Assignment): string | null {
  if (assignment.can.includes(act)) return null
  const { state, role, receivedAt } = assignment
  if (role === 'support') return m.assignments_not_support()
  if (state === 'withdrawn') return m.assignments_not_withdrawn()
  switch (act) {
    case 'receive':
      return receivedAt
        ? m.assignments_not_received_already({ at: formatInstant(receivedAt) })
        : m.assignments_not_now()
    case 'report':
      return state === 'submitted' ? m.assignments_not_waiting() : m.assignments_not_completed()
    case 'requestExtension':
      return reasonAgainstExtension(assignment)
    case 'moveDueDate':
      return m.assignments_not_completed()
    case 'accept':
      return state === 'completed'
        ? m.assignments_not_accepted_already()
        : m.assignments_not_reported()
    case 'reopen':
      return state === 'completed' ? m.assignments_not_now() : m.assignments_not_only_completed()
    case 'withdraw':
      return state === 'completed' ? m.assignments_not_before_reopen() : m.assignments_not_own()
  }
}

function reasonAgainstExtension({ state, extensions }: Assignment): string {
  if (state === 'submitted') return m.assignments_not_waiting()
  if (!isOpen(state)) return m.assignments_not_completed()
  if (isExtensionPending(extensions)) return m.extensions_not_pending()
  const granted = extensions.filter(({ decision }) => decision === 'approved').length
  return granted === 0
    ? m.extensions_not_allowed()
    : m.extensions_left_none({ granted: formatNumber(granted) })
}
