import { LRUCache } from 'lru-cache'
import type { Freshness, Mark } from './freshness.ts'

/** More questions than pages are looked at between two acts; beyond it the longest kept is forgotten. */
const mostKept = 1000

/**
 * Counts a question once for as long as nothing is put on record.
 * @param question all that the total depends on besides the record, the day too where it does
 */
export type KeptTotals = (question: unknown, count: () => Promise<number>) => Promise<number>

/** A page is read anew each time; how many there are in all costs a hundred times as much. */
export function createKeptTotals(freshness: Freshness): KeptTotals {
  const kept = new LRUCache<string, { mark: Mark; total: Promise<number> }>({ max: mostKept })
  return async (question, count) => {
    const mark = await freshness.mark()
    const key = JSON.stringify(question)
    const known = kept.get(key)
    if (known?.mark === mark) return known.total
    const total = count()
    kept.set(key, { mark, total })
    total.catch(() => {
      if (kept.get(key)?.total === total) kept.delete(key)
    })
    return total
  }
}
