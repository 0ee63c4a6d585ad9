import { roles as allRoles, type Role } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { type AccountRecord, accountStore } from './accounts.store.ts'

/** Each role once, in the order of the domain's table. */
export function distinctRoles(roles: readonly Role[]): Role[] {
  return allRoles.filter((role) => roles.includes(role))
}

/**
 * A unit's account has the role `unit` alone and belongs to that unit; an office account has
 * office roles and no unit (Đ4.1).
 * @throws Refusal `invalid-request` at `/roles` or `/unitId`
 */
export function requireFittingRoles(roles: readonly Role[], unitId: string | null): void {
  const isUnit = roles.includes('unit')
  if (isUnit && roles.length > 1) {
    throw new Refusal('invalid-request', { pointer: '/roles', reason: 'unit-role-alone' })
  }
  if (isUnit && unitId === null) {
    throw new Refusal('invalid-request', { pointer: '/unitId', reason: 'unit-role-needs-unit' })
  }
  if (!isUnit && unitId !== null) {
    throw new Refusal('invalid-request', { pointer: '/unitId', reason: 'office-role-without-unit' })
  }
}

/** As `requireFittingRoles` for an account whose unit stays what it is. */
export function requireSameKind(before: AccountRecord, roles: readonly Role[]): void {
  const fits = before.unit ? roles.join() === 'unit' : !roles.includes('unit')
  if (!fits) throw new Refusal('invalid-request', { pointer: '/roles', reason: 'unit-role-alone' })
}

/**
 * Nobody disables himself, and one active admin always remains: else nobody could let anybody in.
 * Two admins who take each other's role at the same moment wait for one another here.
 * @throws Refusal `forbidden` at `/disabled` or `/roles`
 */
export async function requireAdminRemains(
  tx: Tx,
  ctx: Ctx,
  before: AccountRecord,
  after: AccountRecord,
): Promise<void> {
  if (after.disabledAt && !before.disabledAt && before.id === ctx.actor.accountId) {
    throw new Refusal('forbidden', { pointer: '/disabled', reason: 'not-oneself' })
  }
  if (!isActiveAdmin(before) || isActiveAdmin(after)) return
  const admins = await accountStore(tx).lockActiveAdmins()
  if (admins.some((id) => id !== before.id)) return
  const pointer = after.roles.includes('admin') ? '/disabled' : '/roles'
  throw new Refusal('forbidden', { pointer, reason: 'last-admin' })
}

const isActiveAdmin = ({ roles, disabledAt }: AccountRecord) =>
  roles.includes('admin') && disabledAt === null
