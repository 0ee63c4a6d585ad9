import {
  type InfiniteData,
  type InfiniteQueryObserverOptions,
  notifyManager,
  type Query,
  QueryClient,
  type QueryKey,
  replaceEqualDeep,
} from '@tanstack/react-query'
import type { WorkChanged } from './event-stream.ts'
import { moves } from './live-rule.ts'
import { beginAnew, isLong } from './long-lists.ts'
import { queryClient } from './query-client.ts'

/*
 * What is on screen is renewed when the server tells that it changed, without moving what the hand
 * is on: it is read anew beside the screen and compared. What only changes values takes its place at
 * once; what would move something waits until it is asked for (see docs/decisions/0028).
 */

/** Between two readings: whole offices listen, and one act concerns many lists. */
const PAUSE_MS = 3000

type Pages = InfiniteData<unknown>
type Paged = InfiniteQueryObserverOptions<unknown, Error, Pages, QueryKey, unknown>

interface Held {
  /** Undefined of a long list: it is read once it is asked for. */
  fresh: unknown
  /** Of what is shown: where that is another by now, it is newer. */
  shownAt: number
}

const aside = new QueryClient({
  defaultOptions: { queries: { retry: false, gcTime: 0, networkMode: 'always' } },
})
const held = new Map<string, Held>()
const listeners = new Set<() => void>()
let waiting: WorkChanged[] = []
let reading = false

/** Whether something of the page that is open waits. */
export const isSomethingHeld = () => [...held.keys()].some((hash) => queryOf(hash)?.isActive())

const queryOf = (hash: string) => queryClient.getQueryCache().get(hash)

export function onHeldChange(listener: () => void) {
  listeners.add(listener)
  const off = queryClient.getQueryCache().subscribe(notifyManager.batchCalls(listener))
  return () => {
    listeners.delete(listener)
    off()
  }
}

const heldChanged = () => {
  for (const listener of listeners) listener()
}

/** Shows what was held back. */
export const showHeld = () => showWhere((query) => query.isActive() || !isLong(query))

/** A page that was left is not moved; its long list is offered again where one comes back to it. */
export const showHeldOfPageLeft = () => showWhere((query) => !isLong(query))

function showWhere(may: (query: Query) => boolean): void {
  for (const [hash, what] of held) {
    const query = queryOf(hash)
    if (query && !may(query)) continue
    held.delete(hash)
    if (query) show(query, what)
  }
  heldChanged()
}

function show(query: Query, { fresh, shownAt }: Held): void {
  const { queryKey } = query
  if (isLong(query)) {
    void beginAnew(queryKey)
    window.scrollTo({ top: 0 })
  } else if (query.state.dataUpdatedAt === shownAt) queryClient.setQueryData(queryKey, fresh)
  // More of it was read since: what was held is but its beginning.
  else void queryClient.invalidateQueries({ queryKey, exact: true })
}

/** Takes in that work changed: what shows any of it is read anew. */
export function workChanged(work: WorkChanged): void {
  waiting.push(work)
  if (!reading) void readWaiting()
}

async function readWaiting(): Promise<void> {
  reading = true
  while (waiting.length > 0) {
    const works = waiting
    waiting = []
    const concerned = queryClient
      .getQueryCache()
      .getAll()
      .filter(({ queryKey }) => works.some((work) => concerns(queryKey, work)))
    for (const query of concerned) {
      const inSight = !document.hidden && query.isActive()
      if (inSight || isLong(query)) await renew(query).catch(() => undefined)
      // What is not shown now is read when it is next.
      else query.invalidate()
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  reading = false
}

/** Whether a query shows anything of what changed. */
function concerns([root, what, about]: QueryKey, work: WorkChanged): boolean {
  if (root === 'statistics') return what !== 'specialists'
  const { assignmentIds, directiveIds } = 'many' in work ? noIds : work
  const isAbout = (ids: string[]) => 'many' in work || ids.includes(String(about))
  if (root === 'assignments') {
    return what === 'one' || what === 'history' ? isAbout(assignmentIds) : true
  }
  return root === 'directives' && (what === 'one' ? isAbout(directiveIds) : true)
}

const noIds = { assignmentIds: [], directiveIds: [] }

async function renew(query: Query): Promise<void> {
  const { queryKey, queryHash } = query
  const { data: shown, dataUpdatedAt: shownAt } = query.state
  const pages = (shown as Pages | undefined)?.pages?.length
  if (isLong(query)) return hold(queryHash, { fresh: undefined, shownAt })
  const fresh = await readAside(query, pages)
  if (!query.isActive()) return
  // An act of one's own, or another reading, was faster: compare with that.
  if (query.state.dataUpdatedAt !== shownAt) return renew(query)
  const renewed = replaceEqualDeep(shown, fresh)
  if (renewed === shown) return release(queryHash)
  if (moves(shown, renewed)) return hold(queryHash, { fresh, shownAt })
  queryClient.setQueryData(queryKey, fresh)
  release(queryHash)
}

/** Reads what a query would, leaving what is shown as it is. */
function readAside({ queryKey, options }: Query, pages: number | undefined): Promise<unknown> {
  if (pages === undefined) return aside.fetchQuery({ queryKey, queryFn: options.queryFn })
  const { queryFn, initialPageParam, getNextPageParam } = options as unknown as Paged
  return aside.fetchInfiniteQuery<unknown, Error, unknown, QueryKey, unknown>({
    queryKey,
    queryFn,
    initialPageParam,
    getNextPageParam,
    pages,
  })
}

function hold(hash: string, what: Held) {
  held.set(hash, what)
  heldChanged()
}

function release(hash: string) {
  if (held.delete(hash)) heldChanged()
}
