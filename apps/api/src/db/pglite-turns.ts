import type { PGlite } from '@electric-sql/pglite'

/**
 * Counts who uses the embedded engine's only session or waits for it: from outside each statement
 * and each transaction is one turn.
 */
export function countTurns(pglite: PGlite): () => number {
  let turns = 0
  const counted =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> => {
      turns += 1
      return call(...args).finally(() => {
        turns -= 1
      })
    }
  pglite.query = counted(pglite.query.bind(pglite)) as typeof pglite.query
  pglite.exec = counted(pglite.exec.bind(pglite))
  pglite.transaction = counted(pglite.transaction.bind(pglite)) as typeof pglite.transaction
  return () => turns
}
