import type { EventType, Role } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { historyStore } from '../history/history.store.ts'
import type { AssignmentRecord, PeriodFacts } from './assignment-record.ts'
import { assignmentStore } from './assignments.store.ts'

/** Why an assignment changes, for its history. */
export interface Cause {
  type: EventType
  role: Role
  /** What the history shows besides the facts that changed: a reason, a comment, a document. */
  note?: Record<string, unknown>
}

/**
 * The one way an assignment changes: its present stretch ends, the next begins, and its history
 * tells why, with what was before and after.
 * @param locked as `lockAssignment` gave it
 */
export async function changeAssignment(
  tx: Tx,
  ctx: Ctx,
  locked: AssignmentRecord,
  change: Partial<PeriodFacts>,
  cause: Cause,
): Promise<void> {
  await assignmentStore(tx).advance(locked, change, ctx.now)
  const fields = Object.keys(change) as (keyof PeriodFacts)[]
  await historyStore(tx).append(ctx, {
    type: cause.type,
    role: cause.role,
    subject: 'assignment',
    subjectId: locked.id,
    assignmentId: locked.id,
    before: Object.fromEntries(fields.map((field) => [field, locked[field]])),
    after: { ...change, ...cause.note },
  })
}
