import type { Tx } from '../../db/transaction.ts'
import { type CountDifference, verifyCountsStore } from './verify-counts.store.ts'

/** Shown; that there are more of the same kind helps nobody. */
const mostShown = 20

/**
 * Whether the counts kept are what counting one by one gives, at this moment, acts under way or not.
 * Takes as long as counting does; nobody waits for it.
 * @returns the differences, at most twenty; none when all is well
 */
export function verifyCounts(db: Tx): Promise<CountDifference[]> {
  return verifyCountsStore(db).listDifferences(mostShown)
}

/** Makes the counts kept what counting one by one gives. Whoever acts meanwhile waits. */
export function recount(db: Tx): Promise<void> {
  return verifyCountsStore(db).recount()
}
