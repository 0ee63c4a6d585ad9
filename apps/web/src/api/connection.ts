import { m } from '../paraglide/messages.js'
import { client } from './client.ts'
import { ApiProblem } from './problem.ts'
import { queryClient } from './query-client.ts'
import { sessionState } from './session.ts'

/*
 * How it stands between the desk and the server, told by the requests themselves: whether the last
 * one got an answer, and whether something that was sent is taking long. The public pages do
 * without.
 */

export interface Connection {
  /** The last request found nobody, or the computer knows that it has no network. */
  lost: boolean
  /** Something is being sent, and has been for longer than one expects. */
  slow: boolean
}

/** After so long a person wonders. */
const SLOW_MS = 4_000
/** After so long no answer is waited for any more: it may have been done, or not. */
const PATIENCE_MS = 90_000
const PROBE_MS = 4_000

let state: Connection = { lost: !navigator.onLine, slow: false }
const listeners = new Set<() => void>()
/** What is being sent, and how to stop watching over it. */
const sending = new Map<Request, (() => void)[]>()
let probe: ReturnType<typeof setInterval> | undefined

export const connection = (): Connection => state

export function onConnection(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: Partial<Connection>) {
  const changed = { ...state, ...next }
  if (changed.lost === state.lost && changed.slow === state.slow) return
  const back = state.lost && !changed.lost
  state = changed
  for (const listener of listeners) listener()
  clearInterval(probe)
  if (state.lost) probe = setInterval(look, PROBE_MS)
  // What could not be read meanwhile, or is old by now.
  if (back) void queryClient.invalidateQueries({ refetchType: 'active' })
}

/** Whether the server is there again. */
async function look(): Promise<void> {
  const answered = await fetch('/healthz', { cache: 'no-store' }).catch(() => null)
  if (answered?.ok) become({ lost: false })
}

const isWrite = ({ method }: Request) => method !== 'GET' && method !== 'HEAD'

function began(request: Request): Request {
  const limit = new AbortController()
  const limited = new Request(request, { signal: limit.signal })
  request.signal.addEventListener('abort', () => limit.abort(request.signal.reason))
  sending.set(limited, [
    after(SLOW_MS, () => become({ slow: true })),
    after(PATIENCE_MS, () => limit.abort(new DOMException('no answer', 'TimeoutError'))),
  ])
  return limited
}

/** Once so much time has gone by; what waits for a password to be typed waits on. */
function after(wait: number, act: () => void): () => void {
  const due = () => {
    if (sessionState().status === 'interrupted') timer = setTimeout(due, wait)
    else act()
  }
  let timer = setTimeout(due, wait)
  return () => clearTimeout(timer)
}

function ended(request: Request) {
  for (const stop of sending.get(request) ?? []) stop()
  sending.delete(request)
  if (sending.size === 0) become({ slow: false })
}

/** Nobody knows what came of it: the same sent again is done once all the same. */
const unknownOutcome = () =>
  new ApiProblem({
    name: 'no-answer',
    status: 0,
    title: m.shell_no_answer_title(),
    detail: m.shell_no_answer_detail(),
  })

/** Watches what the desk asks and sends; begun once, with the desk. */
export function watchConnection(): void {
  window.addEventListener('online', () => void look())
  window.addEventListener('offline', () => become({ lost: true }))
  client.use({
    onRequest: ({ request }) => (isWrite(request) ? began(request) : undefined),
    onResponse: ({ request }) => {
      ended(request)
      become({ lost: false })
    },
    onError: ({ request, error }) => {
      ended(request)
      const offline = error instanceof ApiProblem && error.status === 0
      if (offline) become({ lost: true })
      const late = error instanceof DOMException && error.name === 'TimeoutError'
      return (offline || late) && isWrite(request) ? unknownOutcome() : undefined
    },
  })
}
