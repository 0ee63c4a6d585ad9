import type { Database } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type SealRecord, sealStore } from './seals.store.ts'

/** Binds all that was recorded since the last seal; null when nothing was. */
export function sealHistory(database: Database, at: Date): Promise<SealRecord | null> {
  return inTransaction(database, async (tx) => {
    await sealStore(tx).lockSealing()
    return sealStore(tx).insert(at)
  })
}
