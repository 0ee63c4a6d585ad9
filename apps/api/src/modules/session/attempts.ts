import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { sessionStore } from './session.store.ts'

/** Failed sign-ins are remembered for fifteen minutes. */
const windowMs = 15 * 60 * 1000

/** How many may fail before the next is not even looked at. Many people may share one address. */
const limits = { perNameAndAddress: 5, perName: 20, perAddress: 100 }

interface Attempt {
  username: string
  address: string
  at: Date
}

/**
 * Counts an attempt before it is judged, so that a hundred at once are a hundred. One that is not
 * even looked at does not count: knocking on a closed door does not keep it closed.
 * @throws Refusal `too-many-attempts` with the seconds until one more is allowed
 */
export async function countAttempt(db: Tx, { username, address, at }: Attempt): Promise<void> {
  const store = sessionStore(db)
  const own = await store.insertFailure(username, address, at)
  const since = new Date(at.getTime() - windowMs)
  for (const [where, limit] of [
    [{ username, address }, limits.perNameAndAddress],
    [{ username }, limits.perName],
    [{ address }, limits.perAddress],
  ] as const) {
    const earlier = (await store.listFailures(where, since, limit + 1)).filter(
      ({ id }) => id !== own,
    )
    const oldest = earlier.at(limit - 1)
    if (!oldest) continue
    await store.deleteFailure(own)
    const retryAfter = Math.ceil((oldest.at.getTime() + windowMs - at.getTime()) / 1000)
    throw new Refusal('too-many-attempts', {
      retryAfter,
      params: { minutes: Math.ceil(retryAfter / 60) },
    })
  }
}

/** A success forgives what went before from the same address. */
export async function forgiveAttempts(db: Tx, username: string, address: string): Promise<void> {
  await sessionStore(db).deleteFailures(username, address)
}
