import { type EventType, lapsingThrough, type Role } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import { extensionStore } from '../extensions/extensions.store.ts'
import { historyStore } from '../history/history.store.ts'
import { assignmentPeriodStore } from './assignment-period.store.ts'
import type { AssignmentRecord, PeriodFacts } from './assignment-record.ts'

/** Why an assignment changes, for its history. */
export interface Cause {
  type: EventType
  role: Role
  /** What the history shows besides the facts that changed: a reason, a comment, a document. */
  note?: Record<string, unknown>
}

/** What must be known of an assignment to change it: what it is about to change, as it is. */
type Known<Change> = { id: string } & Pick<PeriodFacts, keyof Change & keyof PeriodFacts>

/**
 * The one way assignments change: the present stretch of each ends, the next begins, and its
 * history tells why, with what was before and after. A request for extension with nothing left to
 * decide lapses with it. As many statements for thousands as for one.
 * @param locked as `lockAssignment` or `listOfDirectiveForUpdate` gave them
 */
export async function changeAssignments<Change extends Partial<PeriodFacts>>(
  tx: Tx,
  ctx: Ctx,
  locked: Known<Change>[],
  change: Change,
  cause: Cause,
): Promise<void> {
  if (locked.length === 0) return
  const ids = locked.map(({ id }) => id)
  await assignmentPeriodStore(tx).advanceMany(ids, change, recordedAt(tx))
  const through = lapsingThrough(change)
  const lapsed = through
    ? await extensionStore(tx).lapseMany(ids, through, recordedAt(tx))
    : new Map<string, string>()
  const fields = Object.keys(change) as (keyof Known<Change>)[]
  const events = locked.map((assignment) => ({
    type: cause.type,
    role: cause.role,
    subject: 'assignment' as const,
    subjectId: assignment.id,
    assignmentId: assignment.id,
    before: Object.fromEntries(fields.map((field) => [field, assignment[field]])),
    after: { ...change, ...cause.note, ...lapsedNote(lapsed.get(assignment.id)) },
  }))
  await historyStore(tx).append(ctx, ...events)
}

const lapsedNote = (extensionId: string | undefined) =>
  extensionId ? { lapsedExtensionId: extensionId } : {}

/** `changeAssignments` for one. */
export function changeAssignment(
  tx: Tx,
  ctx: Ctx,
  locked: AssignmentRecord,
  change: Partial<PeriodFacts>,
  cause: Cause,
): Promise<void> {
  return changeAssignments(tx, ctx, [locked], change, cause)
}
