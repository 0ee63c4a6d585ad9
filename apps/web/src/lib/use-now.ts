import { type CivilDate, civilDateAt } from '@dunghan/domain'
import { useSyncExternalStore } from 'react'

/*
 * The one clock of the screens. Whatever depends on the time of day asks here, so that it moves on
 * by itself at midnight in a tab left open, and so that a test can set the hour.
 */

const STEP_MS = 60_000

let instant = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick() {
  instant = new Date()
  for (const listener of listeners) listener()
}

/** While nobody listens the clock stands: whoever asks first after that must not read old time. */
function present(): Date {
  if (listeners.size === 0 && Date.now() - instant.getTime() >= STEP_MS) instant = new Date()
  return instant
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (listeners.size === 1) {
    timer = setInterval(tick, STEP_MS)
    document.addEventListener('visibilitychange', tick)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}

/** This instant, for code outside components. */
export const now = (): Date => new Date()

/** The present instant, to the minute; the component renders again as it moves. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, present)
}

/** Today in Việt Nam, whatever the zone of the computer. */
export function useToday(): CivilDate {
  return useSyncExternalStore(subscribe, () => civilDateAt(present()))
}
