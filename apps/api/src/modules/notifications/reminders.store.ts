import type { RemindedAssignment } from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'

export interface RemindableRecord extends RemindedAssignment {
  id: string
}

/** What the coordinator is about to remind of. */
export function reminderStore(db: Tx) {
  return {
    /**
     * Those of the ids that exist, locked in one order: of two who remind at once, the second sees
     * what the first did.
     */
    async listForUpdate(ids: string[]): Promise<RemindableRecord[]> {
      await db.$queryRaw`
        SELECT 1 FROM assignment WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
      return db.$queryRaw<RemindableRecord[]>`
        SELECT p.assignment_id AS id, p.role, p.state,
               EXISTS (SELECT 1 FROM account
                        WHERE account.unit_id = p.unit_id AND account.disabled_at IS NULL)
                 AS "hasAccount",
               (SELECT max(e.at) FROM event e
                 WHERE e.assignment_id = p.assignment_id AND e.type = 'assignment.reminded')
                 AS "lastRemindedAt"
          FROM assignment_period p
         WHERE p.valid_to IS NULL AND p.assignment_id = ANY(${ids}::uuid[])`
    },
  }
}
