import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { sessionStore } from './session.store.ts'

/*
 * How often a sign-in may fail before the next one is not even looked at, in fifteen minutes:
 *
 * - of one name at one address, 5 times;
 * - at one address, 100 times, whatever the names: many people may share it;
 * - of one name, 100 times, wherever from; but not at an address from which that account signed in
 *   within the last thirty days. So nobody can lock a person out from where she works by failing
 *   in her name elsewhere, and whoever guesses from many addresses gets no further than 100.
 *
 * What cannot be had: an address of its own for each of those who share one. A colleague at the
 * same address can close it to a name for fifteen minutes.
 */
const windowMs = 15 * 60 * 1000
const perNameAndAddress = 5
const perAddress = 100
const perName = 100
const usualForMs = 30 * 24 * 60 * 60 * 1000

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

  /** The failure that must be forgotten first; none while one more is allowed. */
  const inTheWay = async (where: { username?: string; address?: string }, limit: number) => {
    const failures = await store.listFailures(where, since, limit + 1)
    return failures.filter(({ id }) => id !== own).at(limit - 1)
  }
  const isUsual = () => store.hasSessionFrom(username, address, new Date(at.getTime() - usualForMs))

  const oldest =
    (await inTheWay({ username, address }, perNameAndAddress)) ??
    (await inTheWay({ address }, perAddress)) ??
    (await inTheWay({ username }, perName).then(async (one) => one && !(await isUsual()) && one))
  if (!oldest) return
  await store.deleteFailure(own)
  const retryAfter = Math.ceil((oldest.at.getTime() + windowMs - at.getTime()) / 1000)
  throw new Refusal('too-many-attempts', {
    retryAfter,
    params: { minutes: Math.ceil(retryAfter / 60) },
  })
}

/** A success forgives what went before from the same address. */
export async function forgiveAttempts(db: Tx, username: string, address: string): Promise<void> {
  await sessionStore(db).deleteFailures(username, address)
}
