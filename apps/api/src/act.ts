import type { Ctx } from './context.ts'
import type { Database } from './db/client.ts'
import { idempotencyStore } from './db/idempotency.store.ts'
import { inTransaction, type Tx } from './db/transaction.ts'
import { Refusal } from './refusal.ts'

/**
 * One act: all of it or nothing, and once however often it is pressed. Under an `Idempotency-Key`
 * the answer is kept in the act's own transaction, and the second press gets it again.
 * @param kept what of the answer may be kept; secrets shown once are left out here
 * @throws Refusal `idempotency-key-reused` when the key came with another request before
 */
export function act<T>(
  database: Database,
  ctx: Ctx,
  work: (tx: Tx) => Promise<T>,
  kept: (answer: T) => unknown = (answer) => answer,
): Promise<T> {
  return inTransaction(database, async (tx) => {
    if (!ctx.idempotency) return work(tx)
    const keys = idempotencyStore(tx)
    const claim = { accountId: ctx.actor.accountId, ...ctx.idempotency, at: ctx.now }
    const earlier = await keys.claim(claim)
    if (earlier && earlier.requestHash !== claim.requestHash) {
      throw new Refusal('idempotency-key-reused')
    }
    if (earlier) return earlier.answer as T
    const answer = await work(tx)
    await keys.keep(claim, kept(answer) ?? null)
    return answer
  })
}
