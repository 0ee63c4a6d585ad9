import type { Assignment } from '@dunghan/contract'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { Rulebook } from '../calendar/rulebooks.ts'
import { reportStore } from '../reports/reports.store.ts'
import { visibleTo } from './assignment-access.ts'
import type { AssignmentRecord } from './assignment-record.ts'
import { toAssignment, type View, viewOf } from './assignments.mapper.ts'
import { assignmentStore } from './assignments.store.ts'

/** The assignments as answers, in their order, with all that was sent about them. */
export async function viewAssignments(
  db: Tx,
  view: View,
  records: AssignmentRecord[],
): Promise<Assignment[]> {
  const correspondence = await reportStore(db).listCorrespondence(records.map(({ id }) => id))
  return records.map((record) => toAssignment(record, correspondence.get(record.id), view))
}

/** The answer of an act: the assignment as the act left it. */
export async function presentAssignment(
  tx: Tx,
  ctx: Ctx,
  rulebook: Rulebook,
  id: string,
): Promise<Assignment> {
  const record = visibleTo(ctx, await assignmentStore(tx).findById(id))
  const [assignment] = await viewAssignments(tx, viewOf(ctx, rulebook), [record])
  if (!assignment) throw new Refusal('not-found')
  return assignment
}
