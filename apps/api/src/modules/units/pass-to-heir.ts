import { finalSuccessors, type Role } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { moveToSuccessor, withdrawSettled } from './succeed-units.ts'
import { unitStore } from './units.store.ts'

/**
 * What was just reopened goes to the unit that stands in the place of its own now: the one at the
 * end of the line, which a report can be asked of. A supporting share of that unit in the same task
 * gives way; a leading one is in the way, since a unit answers for a task but once.
 * @throws Refusal `invalid-transition`
 */
export async function passToHeir(
  tx: Tx,
  ctx: Ctx,
  role: Role,
  reopened: AssignmentRecord,
  reason: string,
): Promise<void> {
  const units = await unitStore(tx).listAll()
  const heirId = finalSuccessors(units).get(reopened.unitId)
  const heir = units.find(({ id }) => id === heirId && id !== reopened.unitId)
  if (!heir) return
  const shares = (await assignmentStore(tx).listOfTask(reopened.taskId)).filter(
    ({ unitId, state }) => unitId === heir.id && state !== 'withdrawn',
  )
  if (shares.some((share) => share.role === 'lead')) {
    throw new Refusal('invalid-transition', { pointer: '', reason: 'successor-has-task' })
  }
  for (const { id } of shares) {
    const share = await assignmentStore(tx).findByIdForUpdate(id)
    if (share && share.state !== 'withdrawn') {
      await withdrawSettled(tx, ctx, role, [{ share, kept: reopened }], heir)
    }
  }
  const note = { reason, document: null, endsOn: null }
  await moveToSuccessor(tx, ctx, role, [reopened], heir, note)
}
