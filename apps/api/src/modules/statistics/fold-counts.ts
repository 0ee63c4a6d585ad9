import { civilDateAt } from '@dunghan/domain'
import type { Database } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { foldCountsStore } from './fold-counts.store.ts'

/** Taken in one transaction, so that none is long. */
const batch = 20_000
/** What is younger stays in the log: questions about now are about an instant a little ago. */
const settledAfterMs = 30_000

/**
 * Adds the changes of counts to the counts, batch by batch; nobody who acts or asks waits for it.
 * Several processes may do so at once: one folds, the others leave it to that one. It changes no
 * answer, only what answers cost.
 * @returns how many changes were added; 0 also when another process is at it
 */
export async function foldCounts(
  database: Pick<Database, 'prisma'>,
  now: Date,
  stopping?: AbortSignal,
): Promise<number> {
  const upTo = new Date(now.getTime() - settledAfterMs)
  let folded = 0
  for (let taken = batch; taken === batch && !stopping?.aborted; folded += taken) {
    taken = await inTransaction(database, async (tx) => {
      const store = foldCountsStore(tx)
      if (!(await store.tryLock())) return 0
      await store.moveTo(upTo)
      const added = await store.fold(upTo, batch)
      await store.movePast(civilDateAt(upTo))
      return added
    })
  }
  if (folded > 0) await foldCountsStore(database.prisma).vacuum()
  return folded
}
