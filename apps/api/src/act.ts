import type { Ctx, OwnAccord } from './context.ts'
import type { Database } from './db/client.ts'
import { idempotencyStore } from './db/idempotency.store.ts'
import { beginRecording } from './db/recording.ts'
import { inTransaction, type TransactionOptions, type Tx } from './db/transaction.ts'
import { tell } from './modules/notifications/tell.ts'
import { Refusal } from './refusal.ts'

export interface ActOptions<T> extends Pick<TransactionOptions, 'timeout'> {
  /** What of the answer may be kept; secrets shown once are left out here. */
  kept?: (answer: T) => unknown
  /** No other act is under way meanwhile: what they rest on changes. */
  alone?: boolean
}

/**
 * One act: all of it or nothing, and once however often it is pressed. Under an `Idempotency-Key`
 * the answer is kept in the act's own transaction, and the second press gets it again.
 * Its instant on record is taken here (`recordedAt`), before anything is read, and whom it concerns
 * is told here, after all of it is done.
 * @throws Refusal `idempotency-key-reused` when the key came with another request before
 */
export function act<T>(
  database: Database,
  ctx: Ctx | OwnAccord,
  work: (tx: Tx) => Promise<T>,
  { kept = (answer) => answer, alone = false, timeout }: ActOptions<T> = {},
): Promise<T> {
  const carryOut = async (tx: Tx) => {
    const answer = await work(tx)
    await tell(tx, ctx.actor.accountId)
    return answer
  }
  const play = async (tx: Tx) => {
    await beginRecording(tx, ctx.clock, { alone })
    if (ctx.idempotency === null) return carryOut(tx)
    const keys = idempotencyStore(tx)
    const claim = { accountId: ctx.actor.accountId, ...ctx.idempotency, at: ctx.now }
    const earlier = await keys.claim(claim)
    if (earlier && earlier.requestHash !== claim.requestHash) {
      throw new Refusal('idempotency-key-reused')
    }
    if (earlier) return earlier.answer as T
    const answer = await carryOut(tx)
    await keys.keep(claim, kept(answer) ?? null)
    return answer
  }
  return inTransaction(database, play, { timeout })
}
