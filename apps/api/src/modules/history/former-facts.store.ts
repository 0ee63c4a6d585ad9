import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import type { NewEvent } from './history.store.ts'

/** What things were before they were edited, from the history: how they stood at an instant. */
export function formerFactsStore(db: Tx) {
  return {
    /**
     * Of each subject edited after an instant, the facts as they were at it, by id. Who is missing
     * stands as it stood.
     * @param ids those asked about; without them all
     */
    async listAsOf<Facts extends object>(
      subject: NewEvent['subject'],
      at: Date,
      ids?: string[],
    ): Promise<Map<string, Partial<Facts>>> {
      const among = ids ? Prisma.sql`AND subject_id = ANY(${ids}::uuid[])` : Prisma.empty
      const rows = await db.$queryRaw<{ id: string; facts: Partial<Facts> }[]>`
        SELECT DISTINCT ON (subject_id) subject_id AS id, before AS facts
          FROM event
         WHERE subject = ${subject} AND type = ${`${subject}.edited`} AND at > ${at}::timestamptz
               ${among}
         ORDER BY subject_id, sequence`
      return new Map(rows.map(({ id, facts }) => [id, facts]))
    },
  }
}
