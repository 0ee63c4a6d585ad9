/*
 * What the tabs of one browser tell each other about the session. Nothing secret is kept: only that
 * somebody signed in here before, which spares the public pages a request that would be refused.
 */

type Announcement = 'signed-in' | 'signed-out'

const NAME = 'dunghan-session'
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)

export function announce(what: Announcement): void {
  channel?.postMessage(what)
}

export function onAnnouncement(listener: (what: Announcement) => void): void {
  channel?.addEventListener('message', (event) => listener(event.data))
}

/**
 * One tab at a time: a refresh cookie used twice ends the session, and each use brings the next.
 * Browsers offer locks only in secure contexts; elsewhere the server's grace has to do.
 */
export function exclusively<T>(act: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? (locks.request(NAME, act) as Promise<T>) : act()
}

export function visitedBefore(): boolean {
  try {
    return localStorage.getItem(NAME) !== null
  } catch {
    // Storage may be forbidden; then the session is asked for.
    return true
  }
}

export function rememberVisit(): void {
  try {
    localStorage.setItem(NAME, '1')
  } catch {
    // See above.
  }
}

export function forgetVisit(): void {
  try {
    localStorage.removeItem(NAME)
  } catch {
    // See above.
  }
}
