import type { CivilDate } from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'

/** A document by which a unit answered. */
export interface Reply {
  number: string
  symbol: string
  issuedOn: CivilDate
}

export function replyStore(db: Tx) {
  return {
    /** What was on record at an instant about each of these assignments, oldest first: one query. */
    async listAsOf(assignmentIds: string[], at: Date): Promise<Map<string, Reply[]>> {
      const rows = await db.$queryRaw<(Reply & { assignmentId: string })[]>`
        SELECT assignment_id AS "assignmentId", number, symbol, issued_on::text AS "issuedOn"
          FROM report
         WHERE assignment_id = ANY(${assignmentIds}::uuid[]) AND recorded_at <= ${at}::timestamptz
         ORDER BY assignment_id, attempt`
      const replies = new Map<string, Reply[]>()
      for (const { assignmentId, ...reply } of rows) {
        const earlier = replies.get(assignmentId)
        if (earlier) earlier.push(reply)
        else replies.set(assignmentId, [reply])
      }
      return replies
    },
  }
}
