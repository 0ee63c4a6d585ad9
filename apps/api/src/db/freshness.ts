import { askTogether } from './ask-together.ts'
import type { Database } from './client.ts'

/** Equal to another of the same process when nothing was put on record in between. */
export type Mark = number

export interface Freshness {
  /**
   * What the record is at now, asked of the database after this call: whatever was committed before
   * it, by any process, makes it another mark than all before. Read after it, never before it, what
   * is kept under it. Many who wait at once share one question.
   * @throws as any question to the database
   */
  mark(): Promise<Mark>
}

/** What a snapshot did not see: transactions from one on, and some earlier ones then under way. */
interface Unseen {
  from: string
  underWay: string[]
}

/**
 * Whatever changes what anybody reads writes a row of history in its own transaction; so the record
 * has changed when a row can be seen now whose transaction the last snapshot did not see. That is
 * exact: it counts commits and not what was given a number, so one that commits late is not missed.
 * Asked of the primary: a standby does not know which transactions are under way.
 *
 * What a server whose clock is ahead dated later than the last question is news once more: whoever
 * worked out then what stands now may have left it out.
 * @param clock by which answers about now are worked out
 */
export function createFreshness(
  { prisma }: Pick<Database, 'prisma'>,
  clock: () => Date,
): Freshness {
  let mark: Mark = 0
  let unseen: Unseen = { from: '0', underWay: [] }
  let askedAt = clock()

  const ask = async (): Promise<Mark> => {
    const now = clock()
    const [row] = await prisma.$queryRaw<{ xmax: string; under_way: string[]; changed: boolean }[]>`
      SELECT pg_snapshot_xmax(now)::text AS xmax,
             ARRAY(SELECT pg_snapshot_xip(now)::text) AS under_way,
             EXISTS (SELECT FROM event WHERE transaction_id >= ${unseen.from}::bigint)
             OR EXISTS (SELECT FROM event
                         WHERE transaction_id = ANY(${unseen.underWay}::bigint[]))
             OR EXISTS (SELECT FROM event WHERE at > ${askedAt}::timestamptz) AS changed
        FROM pg_current_snapshot() AS now`
    if (!row) throw new Error('No snapshot.')
    unseen = { from: row.xmax, underWay: row.under_way }
    askedAt = now
    if (row.changed) mark += 1
    return mark
  }

  return { mark: askTogether(ask) }
}
