import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { Supervise } from './guard.ts'

/** A call outstanding this long makes us ask whether the server is there at all. */
const SLOW_MS = 300
/** A server found gone is asked again this often. */
const RETRY_MS = 500

export type Watch = { supervise: Supervise; stop(): void }

/**
 * Tells a slow statement from a lost server. A server that is cut off, or frozen, answers nothing
 * and refuses nothing: its calls would hang until their long limits. While some call is slow, the
 * server is asked over a fresh connection; if that fails twice, every outstanding call is rejected
 * and further ones are refused at once, until the server answers again.
 *
 * @param probe resolves when the server answers, rejects soon (about 600 ms) when not.
 * @param on.lost breaks the connections that no answer will come over.
 */
export function watchServer(probe: () => Promise<void>, on: { lost(): void; back(): void }): Watch {
  const outstanding = new Map<(error: Error) => void, number>()
  let lost = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const askAfter = (ms: number, ask: () => Promise<void>) => {
    if (!stopped) timer = setTimeout(() => void ask(), ms).unref()
  }

  const askIfSlow = async () => {
    const [oldest] = outstanding.values()
    if (oldest === undefined) {
      timer = undefined
      return
    }
    const age = performance.now() - oldest
    // Twice: a timer that fires late, because this process was busy, is not the server's fault.
    if (age >= SLOW_MS && !(await answers()) && !(await answers())) return declareLost()
    askAfter(age < SLOW_MS ? SLOW_MS - age : SLOW_MS, askIfSlow)
  }

  const askIfBack = async () => {
    if (!(await answers())) return askAfter(RETRY_MS, askIfBack)
    lost = false
    timer = undefined
    on.back()
  }

  const answers = () =>
    probe().then(
      () => true,
      () => false,
    )

  const declareLost = () => {
    lost = true
    const calls = [...outstanding.keys()]
    outstanding.clear()
    for (const reject of calls) reject(unreachable())
    on.lost()
    askAfter(RETRY_MS, askIfBack)
  }

  return {
    supervise: (call) => {
      if (lost) return Promise.reject(unreachable())
      return new Promise((resolve, reject) => {
        outstanding.set(reject, performance.now())
        if (!timer) askAfter(SLOW_MS, askIfSlow)
        call()
          .then(resolve, reject)
          .finally(() => outstanding.delete(reject))
      })
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

const unreachable = () => new DriverAdapterError({ kind: 'DatabaseNotReachable' })
