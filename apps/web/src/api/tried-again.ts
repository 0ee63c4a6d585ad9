import { asProblem } from './problem.ts'

/** How long to wait before the second time, the third and so on. */
const PAUSES_MS = [1_000, 3_000, 8_000, 20_000]

interface Options {
  signal: AbortSignal
  /** Before each pause: for how long. */
  onPause: (pauseMs: number) => void
  pauses?: readonly number[]
}

/**
 * Tries what may fail on the way (no network, a server that is away or busy) some more times, after
 * growing pauses, and at once when the network is back. What is refused stays refused.
 */
export async function triedAgain<T>(act: () => Promise<T>, options: Options): Promise<T> {
  const { signal, onPause, pauses = PAUSES_MS } = options
  for (const pause of pauses) {
    try {
      return await act()
    } catch (error) {
      const problem = asProblem(error)
      if (signal.aborted || !problem?.isPassing) throw error
      const waited = Math.max(pause, (problem.retryAfter ?? 0) * 1000)
      onPause(waited)
      await pauseOrOnline(waited, signal)
    }
  }
  return act()
}

/** @throws the signal's reason once it is aborted */
function pauseOrOnline(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (end: () => void) => () => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', goOn)
      signal.removeEventListener('abort', giveUp)
      end()
    }
    const goOn = stop(resolve)
    const giveUp = stop(() => reject(signal.reason))
    const timer = setTimeout(goOn, pauseMs)
    globalThis.addEventListener?.('online', goOn)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
  })
}
