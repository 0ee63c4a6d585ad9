import { statfsSync } from 'node:fs'

/** Four segments of the engine's log: what is under way can end, and a next start can recover. */
const reserve = 64 * 1024 * 1024
/** How old an answer of the disk may be, in milliseconds. */
const freshFor = 250

/**
 * Tells whether a folder's disk has room left for the embedded engine. A log that cannot grow ends
 * the process, so acts are refused before it comes to that, and go on when there is room again.
 * Asked at the beginning of a transaction, and while a file comes in; a statement by itself is small,
 * and what the reserve is for.
 */
export function watchRoom(folder: string): () => boolean {
  let askedAt = Number.NEGATIVE_INFINITY
  let enough = true
  return () => {
    const now = performance.now()
    if (now - askedAt < freshFor) return enough
    askedAt = now
    const { bavail, bsize } = statfsSync(folder)
    enough = bavail * bsize >= reserve
    return enough
  }
}
