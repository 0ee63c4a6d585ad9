import type { Database } from './client.ts'
import { inTransaction, type TransactionOptions, type Tx } from './transaction.ts'

/**
 * Many acts in one transaction: `work` gets a database on which every act's own transaction is a
 * part of the one around it. All of them are kept or none, and only the last commit waits for the
 * disk. For filling an empty database; an act that fails ends them all, so this is not for
 * answering requests.
 */
export function inBatch<T>(
  database: Database,
  work: (batch: Database) => Promise<T>,
  options: Pick<TransactionOptions, 'timeout'> = {},
): Promise<T> {
  // Tried once: what has been read and made up on the way cannot be told twice.
  return inTransaction(database, (tx) => work({ ...database, prisma: asClient(tx) }), {
    ...options,
    attempts: 1,
  })
}

/** The transaction's own client, which answers `$transaction` with itself. */
function asClient(tx: Tx): Database['prisma'] {
  const $transaction = (work: (tx: Tx) => Promise<unknown>) => work(tx)
  return new Proxy(tx, {
    get: (target, name) => (name === '$transaction' ? $transaction : Reflect.get(target, name)),
  }) as Database['prisma']
}
