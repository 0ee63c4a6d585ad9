import type { WorkChanged } from '@dunghan/contract'
import type { Database } from '../../db/client.ts'
import { Refusal } from '../../refusal.ts'
import { eventsStore, type Stretch, type Told } from './events.store.ts'
import { beginOf, type Position } from './position.ts'
import { mostNamed, type Reach, workWithin } from './work-changes.ts'

/*
 * What was committed is told to the streams that are open. The database is asked once a second, and
 * at once after an act of this process: one way for both engines and for any number of processes,
 * which needs no connection of its own. While no stream is open, nothing is asked.
 *
 * A row says in which transaction it was written. Told is what lies before the oldest transaction
 * still under way: to that nothing is added later, so nothing that commits late is passed over.
 */

const pause = 1000
const heartbeat = 20_000
export const mostOfAccount = 10
const mostOfProcess = 5000
/** How many notifications a stream that comes back is sent at a time. */
const mostAtOnce = 100

export type News =
  | { event: 'ready'; id: Position }
  | { event: 'notification'; id: Position; told: Told }
  /** Without an id where what else is told of the same time comes after it. */
  | { event: 'work'; id: Position | null; work: WorkChanged }

/** One open stream. */
export interface Listener extends Reach {
  accountId: string
  sessionId: string
  /** When its access token ends. */
  until: Date
  send(news: News): void
  /** Something that says nothing, so that nobody on the way takes the line for dead. */
  beat(): void
  /** Whether it takes more: false while what was sent has not gone out. */
  takesMore(): boolean
  end(): void
}

export interface EventTail {
  /**
   * @param after the place it has been told up to; null: it begins now
   * @throws Refusal `rate-limited` when this process has too many
   */
  join(listener: Listener, after: Position | null): void
  leave(listener: Listener): void
  /** How many streams are open. */
  count(): number
  /** Something may have been committed: look now and not in a second. */
  kick(): void
  /** Ends all streams, and takes no more. */
  close(): void
}

interface Log {
  warn(details: object, message: string): void
}

/** Of a stream that is not told what the others are, because it still catches up. */
interface CatchingUp {
  after: Position | null
  /** Its work is told up to here. */
  workFrom: bigint | null
}

export function createEventTail(
  { prisma }: Pick<Database, 'prisma'>,
  clock: () => Date,
  log?: Log,
): EventTail {
  const store = eventsStore(prisma)
  const listeners = new Map<Listener, CatchingUp | null>()
  let toldUpTo: bigint | null = null
  let looking = false
  let again = false
  let closed = false
  let next: NodeJS.Timeout | undefined
  let beats: NodeJS.Timeout | undefined

  const leave = (listener: Listener) => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(next)
    clearInterval(beats)
    if (!looking) toldUpTo = null
  }
  const end = (listener: Listener) => {
    leave(listener)
    listener.end()
  }

  const look = () => {
    if (closed || listeners.size === 0) return
    if (looking) {
      again = true
      return
    }
    looking = true
    clearTimeout(next)
    lookOnce()
      .catch((error) => log?.warn({ err: error }, 'events are told later'))
      .finally(() => {
        looking = false
        if (listeners.size === 0) toldUpTo = null
        else if (again) look()
        else next = setTimeout(look, pause).unref()
      })
  }

  const lookOnce = async () => {
    again = false
    const horizon = await store.getHorizon()
    if (toldUpTo === null || horizon < toldUpTo) await store.putRestoredBehind()
    // Who joins from here on has another look to come.
    const present = [...listeners]
    const isNew = horizon !== toldUpTo
    if (isNew || present.some(([, state]) => state !== null)) await endOver()
    if (isNew && toldUpTo !== null) await tellAll({ from: toldUpTo, to: horizon })
    toldUpTo = horizon
    for (const [listener, state] of present) {
      if (!listeners.has(listener)) continue
      if (listener.until <= clock()) end(listener)
      else if (state && listener.takesMore()) await catchUp(listener, state, horizon)
    }
  }

  /** Those whose session is over, or whose account is disabled. */
  const endOver = async () => {
    const asked = [...listeners.keys()]
    const live = await store.listLiveSessions(
      asked.map(({ sessionId }) => sessionId),
      clock(),
    )
    for (const listener of asked) if (!live.has(listener.sessionId)) end(listener)
  }

  const tellAll = async (stretch: Stretch) => {
    const joined = [...listeners].flatMap(([listener, state]) => (state ? [] : [listener]))
    if (joined.length === 0) return
    const rules = await store.hasChangeOfRules(stretch)
    const changes = { rules, assignments: rules ? [] : await store.listChanged(stretch) }
    const accounts = [...new Set(joined.map(({ accountId }) => accountId))]
    const told = await store.listTold(accounts, beginOf(stretch.from), stretch.to)
    const byAccount = Map.groupBy(told, ({ accountId }) => accountId)
    for (const listener of joined) {
      const own = byAccount.get(listener.accountId) ?? []
      const work = workWithin(listener, changes)
      const id = own.length === 0 ? beginOf(stretch.to) : null
      if (work) listener.send({ event: 'work', id, work })
      for (const one of own) listener.send({ event: 'notification', id: one, told: one })
    }
  }

  /** What it missed; once that is all, it is told what the others are. */
  const catchUp = async (listener: Listener, state: CatchingUp, horizon: bigint) => {
    const { after } = state
    const isOurs = after !== null && after.transaction <= horizon
    if (after && !isOurs) listener.send({ event: 'work', id: null, work: { many: true } })
    if (after && isOurs) {
      const stretch = { from: state.workFrom ?? after.transaction, to: horizon }
      const unitId = listener.readsAll ? null : listener.unitId
      const limit = mostNamed + 1
      const rules = await store.hasChangeOfRules(stretch)
      const assignments = rules ? [] : await store.listChanged(stretch, { unitId, limit })
      const work = workWithin(listener, { rules, assignments })
      if (work) listener.send({ event: 'work', id: null, work })
      state.workFrom = horizon
      const told = await store.listTold([listener.accountId], after, horizon, mostAtOnce)
      for (const one of told) listener.send({ event: 'notification', id: one, told: one })
      state.after = told.at(-1) ?? after
      if (told.length === mostAtOnce) {
        if (listener.takesMore()) again = true
        return
      }
    }
    if (!listeners.has(listener)) return
    listeners.set(listener, null)
    listener.send({ event: 'ready', id: beginOf(horizon) })
  }

  return {
    leave,
    count: () => listeners.size,
    kick: look,
    join(listener, after) {
      if (closed || listeners.size >= mostOfProcess) {
        throw new Refusal('rate-limited', { retryAfter: 30 })
      }
      const own = [...listeners.keys()].filter(({ accountId }) => accountId === listener.accountId)
      // A tab that was left without a word; one that is in use comes back by itself.
      if (own.length >= mostOfAccount && own[0]) end(own[0])
      if (listeners.size === 0) {
        beats = setInterval(() => {
          for (const each of listeners.keys()) each.beat()
        }, heartbeat).unref()
      }
      listeners.set(listener, { after, workFrom: null })
      look()
    },
    close() {
      closed = true
      for (const listener of [...listeners.keys()]) end(listener)
    },
  }
}
