import { allows } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { AssignmentFilter } from './assignment-filter.store.ts'
import type { AssignmentRecord } from './assignment-record.ts'
import { assignmentStore } from './assignments.store.ts'

/**
 * Narrows a filter to what the actor may see. The office sees all and, unless it asks for a role,
 * what is counted; a unit its own, whichever its part in it, and never by who drafted the order,
 * which it is not told.
 * @throws Refusal `forbidden` when neither, or for a unit that asks by drafter
 */
export function withinReach(ctx: Ctx, filter: AssignmentFilter): AssignmentFilter {
  if (allows(ctx.actor.roles, 'assignment.readAll')) {
    return { ...filter, role: filter.role ?? ['lead'] }
  }
  if (!ctx.actor.unitId) throw new Refusal('forbidden')
  if (filter.draftedById) {
    throw new Refusal('forbidden', { pointer: '/draftedById', reason: 'drafter-of-the-office' })
  }
  const own = ctx.actor.unitId
  const asked = filter.unitId
  return { ...filter, unitId: !asked || asked.includes(own) ? [own] : [] }
}

/**
 * The assignment, when it exists for the actor: another unit's is answered as one that does not.
 * @throws Refusal `not-found`
 */
export function visibleTo(ctx: Ctx, record: AssignmentRecord | null): AssignmentRecord {
  const visible =
    record && (allows(ctx.actor.roles, 'assignment.readAll') || record.unitId === ctx.actor.unitId)
  if (!visible) throw new Refusal('not-found')
  return record
}

/**
 * The assignment an act is about to change, locked until the transaction ends. Nobody acts on a
 * supporting unit's row: it is there to be read.
 * @throws Refusal `not-found`, `forbidden`
 */
export async function lockAssignment(tx: Tx, ctx: Ctx, id: string): Promise<AssignmentRecord> {
  const record = visibleTo(ctx, await assignmentStore(tx).findByIdForUpdate(id))
  if (record.role === 'support') throw new Refusal('forbidden')
  return record
}
