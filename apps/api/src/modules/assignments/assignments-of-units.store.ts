import type { AssignmentRole } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'

/** How much of what was given to a unit is still to be answered, and how much is closed. */
export interface HeldAssignments {
  open: Record<AssignmentRole, number>
  closed: number
}

/** Neither completed nor withdrawn: a report may wait for its verdict. */
const unsettled = Prisma.sql`p.state NOT IN ('completed', 'withdrawn')`

/** What stands under the names of some units. */
export function assignmentsOfUnitsStore(db: Tx) {
  return {
    /** By unit; one that was never given anything is missing. */
    async listHeld(unitIds: string[]): Promise<Map<string, HeldAssignments>> {
      const rows = await db.$queryRaw<
        { id: string; lead: number; support: number; closed: number }[]
      >`
        SELECT p.unit_id AS id,
               (count(*) FILTER (WHERE ${unsettled} AND p.role = 'lead'))::int AS lead,
               (count(*) FILTER (WHERE ${unsettled} AND p.role = 'support'))::int AS support,
               (count(*) FILTER (WHERE NOT ${unsettled}))::int AS closed
          FROM assignment_period p
         WHERE p.valid_to IS NULL AND p.unit_id = ANY(${unitIds}::uuid[])
         GROUP BY p.unit_id`
      return new Map(
        rows.map(({ id, lead, support, closed }) => [id, { open: { lead, support }, closed }]),
      )
    },

    /**
     * The assignments a succession is about: what these units have not settled, and what the
     * successor holds of the same tasks.
     * @param forUpdate locks them until the transaction ends, in one order
     */
    async listOfSuccession(
      unitIds: string[],
      successorId: string | null,
      { forUpdate = false } = {},
    ): Promise<string[]> {
      const theirs = Prisma.sql`p.valid_to IS NULL AND p.unit_id = ANY(${unitIds}::uuid[]) AND ${unsettled}`
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT a.id FROM assignment a
         WHERE a.id IN (
           SELECT p.assignment_id FROM assignment_period p WHERE ${theirs}
           UNION ALL
           SELECT q.assignment_id FROM assignment_period q
            WHERE q.valid_to IS NULL AND q.unit_id = ${successorId}::uuid AND q.state <> 'withdrawn'
              AND q.task_id IN (SELECT p.task_id FROM assignment_period p WHERE ${theirs}))
         ORDER BY a.id ${forUpdate ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.empty}`
      return rows.map(({ id }) => id)
    },
  }
}
