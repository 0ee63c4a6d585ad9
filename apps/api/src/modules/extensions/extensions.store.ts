import type { CivilDate, ExtensionOutcome } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import { toDate } from '../../db/values.ts'

type Account = { id: string; displayName: string }

/** One request of a unit for a later due date, with how it ended. */
export interface ExtensionRecord {
  id: string
  assignmentId: string
  dueOn: CivilDate
  reason: string
  requestedAt: Date
  requestedBy: Account
  decision: ExtensionOutcome | null
  decidedDueOn: CivilDate | null
  comment: string | null
  decidedAt: Date | null
  /** Null also where it lapsed: then nobody decided. */
  decidedBy: Account | null
}

export interface NewExtension {
  id: string
  assignmentId: string
  dueOn: CivilDate
  reason: string
  requestedAt: Date
  requestedById: string
}

export interface Decided {
  decision: ExtensionOutcome
  decidedDueOn: CivilDate | null
  comment: string | null
  decidedAt: Date
  decidedById: string
}

const accountJson = (id: string) => Prisma.sql`(
  SELECT json_build_object('id', c.id, 'displayName', c.display_name)
    FROM account c WHERE c.id = ${Prisma.raw(id)})`

/** An assignment's requests for extension, oldest first, as a JSON array. @param id an expression of SQL */
export const extensionsJson = (id: string) => Prisma.sql`COALESCE((
  SELECT json_agg(json_build_object(
      'id', e.id, 'assignmentId', e.assignment_id, 'dueOn', e.due_on::text,
      'reason', e.reason, 'requestedAt', e.requested_at,
      'requestedBy', ${accountJson('e.requested_by_id')}, 'decision', e.decision,
      'decidedDueOn', e.decided_due_on::text, 'comment', e.comment, 'decidedAt', e.decided_at,
      'decidedBy', ${accountJson('e.decided_by_id')}) ORDER BY e.requested_at, e.id)
    FROM extension e WHERE e.assignment_id = ${Prisma.raw(id)}), '[]'::json)`

/** Turns the instants of `extensionsJson`, which travel as text, into instants. */
export const reviveExtension = (extension: ExtensionRecord): ExtensionRecord => ({
  ...extension,
  requestedAt: new Date(extension.requestedAt),
  decidedAt: extension.decidedAt && new Date(extension.decidedAt),
})

export function extensionStore(db: Tx) {
  return {
    async findAssignmentId(extensionId: string): Promise<string | null> {
      const row = await db.extension.findUnique({
        where: { id: extensionId },
        select: { assignmentId: true },
      })
      return row?.assignmentId ?? null
    },

    /** Oldest first. */
    async listOfAssignment(assignmentId: string): Promise<ExtensionRecord[]> {
      const [row] = await db.$queryRaw<{ extensions: ExtensionRecord[] }[]>`
        SELECT ${extensionsJson('wanted.id')} AS extensions
          FROM (SELECT ${assignmentId}::uuid AS id) AS wanted`
      return (row?.extensions ?? []).map(reviveExtension)
    },

    async insert(extension: NewExtension): Promise<void> {
      await db.extension.create({ data: { ...extension, dueOn: toDate(extension.dueOn) } })
    },

    /** Ends a request that waits. */
    async decide(id: string, { decidedDueOn, ...decided }: Decided): Promise<void> {
      await db.extension.update({
        where: { id, decidedAt: null },
        data: { ...decided, decidedDueOn: decidedDueOn && toDate(decidedDueOn) },
      })
    },

    /**
     * Ends what waits of these assignments, where there is nothing left to decide: one statement.
     * @param through up to which date asked for
     * @returns the request that lapsed, by its assignment
     */
    async lapseMany(
      assignmentIds: string[],
      through: 'all' | CivilDate,
      at: Date,
    ): Promise<Map<string, string>> {
      const asked = through === 'all' ? Prisma.empty : Prisma.sql`AND due_on <= ${through}::date`
      const rows = await db.$queryRaw<{ id: string; assignmentId: string }[]>(
        plannedOnce(Prisma.sql`
        UPDATE extension
           SET decision = 'lapsed', decided_at = GREATEST(requested_at, ${at}::timestamptz)
         WHERE decided_at IS NULL AND assignment_id = ANY(${assignmentIds}::uuid[]) ${asked}
        RETURNING id, assignment_id AS "assignmentId"`),
      )
      return new Map(rows.map(({ id, assignmentId }) => [assignmentId, id]))
    },
  }
}
