import type { Database } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type CountDifference, verifyCountsStore } from './verify-counts.store.ts'

/** Shown; that there are more of the same kind helps nobody. */
const mostShown = 20
const longest = 30 * 60_000

/**
 * Whether the counts kept are what counting one by one gives, at this moment, acts under way or not.
 * Takes as long as counting does; nobody waits for it.
 * @returns the differences, at most twenty; none when all is well
 */
export function verifyCounts(database: Pick<Database, 'prisma'>): Promise<CountDifference[]> {
  return takingTime(database, (store) => store.listDifferences(mostShown))
}

/** Makes the counts kept what counting one by one gives. Whoever acts meanwhile waits. */
export function recount(database: Pick<Database, 'prisma'>): Promise<void> {
  return takingTime(database, (store) => store.recount())
}

function takingTime<T>(
  database: Pick<Database, 'prisma'>,
  work: (store: ReturnType<typeof verifyCountsStore>) => Promise<T>,
): Promise<T> {
  return inTransaction(
    database,
    async (tx) => {
      const store = verifyCountsStore(tx)
      await store.takeTime()
      return work(store)
    },
    { timeout: longest },
  )
}
