import type { Database } from './client.ts'
import { DatabaseUnavailable, databaseFault } from './errors.ts'
import type { Prisma } from './generated/client.ts'
import { currentTransaction } from './guard.ts'

/** The client inside a transaction: what stores are made over. */
export type Tx = Prisma.TransactionClient

export type TransactionOptions = {
  isolationLevel?: Prisma.TransactionIsolationLevel
  /** Milliseconds to wait for a turn (a connection, or the embedded engine's only session). */
  maxWait?: number
  /** Milliseconds the transaction may last once begun. */
  timeout?: number
  /** How often to try in all when the database ends it over a deadlock or a serialization. */
  attempts?: number
}

/**
 * Runs `work` in one transaction: all it did is kept when it resolves, nothing when it rejects.
 * Inside, only `tx` may be used; the outer client is refused. `work` may run again after a
 * conflict with another transaction, so what it changes, it changes through `tx` alone.
 *
 * @throws {DatabaseUnavailable} when the database does not answer; else whatever `work` threw.
 */
export async function inTransaction<T>(
  database: Pick<Database, 'prisma'>,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const { attempts = 3, maxWait = 10_000, timeout = 30_000, isolationLevel } = options
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.prisma.$transaction((tx) => marked(tx, work), {
        maxWait,
        timeout,
        isolationLevel,
      })
    } catch (error) {
      const fault = databaseFault(error)
      if (fault?.kind === 'unavailable') throw new DatabaseUnavailable(error)
      if (fault?.kind !== 'conflict' || attempt >= attempts) throw error
    }
  }
}

/** Marks all that `work` calls as inside, for the guard, until it settles. */
async function marked<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = { open: true }
  try {
    // Prisma's promises begin when they are awaited, so that must happen inside too.
    return await currentTransaction.run(scope, async () => await work(tx))
  } finally {
    scope.open = false
  }
}
