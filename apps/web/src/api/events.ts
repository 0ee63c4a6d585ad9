import { readEvents, type Told } from './event-stream.ts'
import { accessToken, onSessionChange, refreshSession, sessionState } from './session.ts'

/*
 * What the server tells while a desk is open. One tab of a browser listens and passes on to the
 * others what it hears; when it is closed, the next takes its place and goes on where it was.
 */

type Passed =
  | { what: 'told'; told: Told; id: string | null }
  /** Another tab read what it was told: the figures of this one are old. */
  | { what: 'read' }

/** Milliseconds before the stream is asked for again: after its ordinary end, and after failures. */
const SOON = 500
const LONGEST = 30_000

let channel: BroadcastChannel | null = null

/** Tells the other tabs of this browser that something told has been read. */
export const passOnRead = () => channel?.postMessage({ what: 'read' } satisfies Passed)

/**
 * Listens for one account until stopped.
 * @param onTold what the server tells, to whichever tab of this browser
 * @param onOld what the bell shows may be old: another tab has read it, or the stream begins only now
 */
export function listenToEvents(
  accountId: string,
  onTold: (told: Told) => void,
  onOld: () => void,
): () => void {
  const name = `dunghan-events-${accountId}`
  const stopping = new AbortController()
  const { signal } = stopping
  const others = new BroadcastChannel(name)
  channel = others
  let lastId: string | null = null
  const take = (told: Told, id: string | null) => {
    // What was told between the reading of the page and here is told by nobody.
    if (told.event === 'ready' && lastId === null) onOld()
    lastId = id ?? lastId
    onTold(told)
  }
  others.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data.what === 'told') take(data.told, data.id)
    else onOld()
  }
  const listen = () =>
    keepListening(
      signal,
      accountId,
      () => lastId,
      (told, id) => {
        others.postMessage({ what: 'told', told, id } satisfies Passed)
        take(told, id)
      },
    )
  // Browsers offer locks only in secure contexts; elsewhere a tab listens while it is looked at.
  const { locks } = navigator
  void (locks ? locks.request(name, { signal }, listen) : listen()).catch(() => undefined)
  return () => {
    stopping.abort()
    others.close()
    if (channel === others) channel = null
  }
}

async function keepListening(
  signal: AbortSignal,
  accountId: string,
  lastId: () => string | null,
  onTold: (told: Told, id: string | null) => void,
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const status = await listenOnce(signal, accountId, lastId, (told, id) => {
      failures = 0
      onTold(told, id)
    })
    if (signal.aborted) return
    failures = status === 200 ? failures : failures + 1
    const longest = Math.min(LONGEST, SOON * 2 ** failures)
    // Spread out: after a restart of the server all come back.
    await passed(longest / 2 + Math.random() * (longest / 2), signal)
  }
}

/** @returns the status of the answer; 0: there was none */
async function listenOnce(
  signal: AbortSignal,
  accountId: string,
  lastId: () => string | null,
  onTold: (told: Told, id: string | null) => void,
): Promise<number> {
  try {
    const token = await accessToken()
    if (!token || sessionState().account?.id !== accountId || !mayListen()) return 0
    const status = await readEvents({
      token,
      lastId: lastId(),
      signal: navigator.locks ? signal : AbortSignal.any([signal, onceHidden()]),
      onTold,
    })
    // Whoever has to sign in again is asked when she next does something.
    if (status === 401) await refreshSession()
    return status
  } catch {
    return 0
  }
}

const mayListen = () => Boolean(navigator.locks) || !document.hidden

/** A browser has six lines to a server: without a lock a tab in the back must not hold one. */
function onceHidden(): AbortSignal {
  const hidden = new AbortController()
  const look = () => {
    if (!document.hidden) return
    document.removeEventListener('visibilitychange', look)
    hidden.abort()
  }
  document.addEventListener('visibilitychange', look)
  return hidden.signal
}

/** Resolves after a while, or once there may be a line again. */
function passed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    const off = onSessionChange(done)
    addEventListener('online', done)
    document.addEventListener('visibilitychange', done)
    signal.addEventListener('abort', done)
    function done() {
      clearTimeout(timer)
      off()
      removeEventListener('online', done)
      document.removeEventListener('visibilitychange', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
