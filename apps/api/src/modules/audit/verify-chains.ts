import type { AuditBreak, BrokenKind } from '@dunghan/contract'
import type { Tx } from '../../db/transaction.ts'
import { type ChainHead, type Place, verifyChainsStore } from './verify-chains.store.ts'

/** Looked at in one statement: a fraction of a second, and a few megabytes. */
const events = 5_000
const seals = 500
const firstId = '00000000-0000-0000-0000-000000000000'

/** How far a verification came. */
export interface Verification {
  events: number
  chains: number
  seals: number
  firstBroken: AuditBreak | null
}

type Store = ReturnType<typeof verifyChainsStore>

const broken = (kind: BrokenKind, where: Partial<Omit<AuditBreak, 'kind'>>): AuditBreak => ({
  kind,
  chain: null,
  position: null,
  eventId: null,
  at: null,
  seal: null,
  recordId: null,
  ...where,
})

/**
 * Looks at the whole history again: each event's hash and its place in its chain, the ends of the
 * chains, each seal and what it binds, and that every report and verdict has its event. A portion
 * at a time, each of its own statement: the history may grow meanwhile. About ten seconds for a
 * million events.
 * @param stopping ends it between two portions
 * @returns the first thing that is not as it was recorded, in this order
 */
export async function verifyChains(db: Tx, stopping?: AbortSignal): Promise<Verification> {
  const store = verifyChainsStore(db)
  const found: Verification = { events: 0, chains: 0, seals: 0, firstBroken: null }
  const steps = [
    () => checkSeals(store, found, stopping),
    () => checkChains(store, found, stopping),
    () => checkEnds(store),
    () => checkSealed(store, found, stopping),
    () => checkRecords(store, 'report', stopping),
    () => checkRecords(store, 'review', stopping),
  ]
  for (const step of steps) {
    found.firstBroken = await step()
    if (found.firstBroken) break
  }
  return found
}

async function checkSeals(store: Store, found: Verification, stopping?: AbortSignal) {
  let after = { number: 0, hash: await store.getSealStart() }
  for (;;) {
    stopping?.throwIfAborted()
    const { last, broken: one } = await store.checkSeals(after, seals)
    if (one && one.number !== one.before + 1) {
      return broken('seal-missing', { seal: one.before + 1 })
    }
    if (one) return broken('seal-altered', { seal: one.number, at: one.at.toISOString() })
    if (!last) return null
    found.seals += last.number - after.number
    after = last
  }
}

async function checkChains(store: Store, found: Verification, stopping?: AbortSignal) {
  // Read first: what is recorded meanwhile lies behind these ends.
  const heads = await store.listHeads()
  for (const head of heads) {
    const wrong = await checkChain(store, head, found, stopping)
    if (wrong) return wrong
    found.chains += 1
  }
  return null
}

async function checkChain(
  store: Store,
  { chain, length, hash }: ChainHead,
  found: Verification,
  stopping?: AbortSignal,
): Promise<AuditBreak | null> {
  let at: Place = { length: 0n, hash: await store.getStart(chain) }
  while (at.length < length) {
    stopping?.throwIfAborted()
    const most = at.length + BigInt(events)
    const to = most < length ? most : length
    const { last, broken: one } = await store.checkStretch(chain, at, to)
    if (one && one.position !== one.before + 1n) {
      return broken('event-missing', { chain, position: Number(one.before + 1n) })
    }
    if (one) {
      const where = { eventId: one.id, at: one.at.toISOString(), position: Number(one.position) }
      return broken('event-altered', { chain, ...where })
    }
    const end = last?.length ?? at.length
    if (end < to) {
      const goesOn = await store.hasAfter(chain, end)
      const where = { chain, position: Number(end + 1n) }
      return broken(goesOn ? 'event-missing' : 'chain-cut', where)
    }
    found.events += Number(end - at.length)
    if (last) at = last
  }
  if (at.hash !== hash) return broken('head-altered', { chain, position: Number(length) })
  return null
}

async function checkEnds(store: Store): Promise<AuditBreak | null> {
  const one = await store.findUnchained()
  if (!one) return null
  const { id, at, chain, position } = one
  const where = { chain, position: Number(position), eventId: id, at: at.toISOString() }
  return broken('event-unchained', where)
}

async function checkSealed(store: Store, found: Verification, stopping?: AbortSignal) {
  for (let after = 0; after < found.seals; after += seals) {
    stopping?.throwIfAborted()
    const one = await store.findUnkeptSeal(after, seals)
    if (!one) continue
    const { number, at, chain, position } = one
    const where = { seal: number, at: at.toISOString(), chain, position: Number(position) }
    return broken('seal-broken', where)
  }
  return null
}

async function checkRecords(store: Store, what: 'report' | 'review', stopping?: AbortSignal) {
  for (let after: string | null = firstId; after; ) {
    stopping?.throwIfAborted()
    const { last, untold } = await store.checkRecords(what, after, events)
    if (untold) return broken(`${what}-without-event`, { recordId: untold })
    after = last
  }
  return null
}
