import { type Actor, allows, mayEditDirective, type Permission } from '@dunghan/domain'
import type { Schema, SignedInAccount } from '../../../api/types.ts'
import { m } from '../../../paraglide/messages.js'

type Act = Extract<Permission, 'directive.enter' | 'directive.edit' | 'directive.withdraw'>

/** Why this account may not do something with a directive now; null when it may. */
export function whyNot(
  act: Act,
  directive: Schema<'Directive'>,
  account: SignedInAccount,
): string | null {
  if (directive.withdrawal) return m.directives_why_withdrawn()
  if (!allows(account.roles, act)) return m.directives_why_specialist()
  const actor: Actor = { roles: account.roles, accountId: account.id }
  const owners = { draftedById: directive.draftedById, recordedById: directive.recordedBy.id }
  return mayEditDirective(actor, owners) ? null : m.directives_why_own()
}

/** Why an assignment cannot be withdrawn now; null when it can. */
export function whyNotWithdraw({ can, state }: Schema<'Assignment'>): string | null {
  if (can.includes('withdraw')) return null
  if (state === 'withdrawn') return m.directives_why_assignment_withdrawn()
  return state === 'completed' ? m.directives_why_completed() : m.directives_why_withdraw_role()
}
