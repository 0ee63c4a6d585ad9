import { useSyncExternalStore } from 'react'

/*
 * How much is unread, for the title of the document: seen also where another tab is in front.
 */

let unread = 0
const listeners = new Set<() => void>()

export function sayUnread(count: number): void {
  unread = count
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `(3) Nhiệm vụ · Đúng Hạn`; without the figure while nothing is unread. */
export function useUnreadTitle(title: string): string {
  const count = useSyncExternalStore(subscribe, () => unread)
  return count > 0 ? `(${count > 99 ? '99+' : count}) ${title}` : title
}
