import { civilDateAt } from '@dunghan/domain'
import { LRUCache } from 'lru-cache'
import type { Freshness } from './freshness.ts'

/** More than all the usual questions of the office and of each unit. */
const mostKept = 1000

/** @param key all the answer follows from besides the record and the day, the asker's reach included */
export type UnlessChanged<T> = (key: string, work: () => Promise<T>) => Promise<T>

/**
 * Answers about now, kept while nothing is put on record by any process and the day in Việt Nam is
 * the same: what is asked again then gets the very answer of before, with the instant it is of.
 * Who asks at the same time waits for the same work.
 */
export function createUnlessChanged<T extends object | number>({
  freshness,
  clock,
}: {
  freshness: Freshness
  clock: () => Date
}): UnlessChanged<T> {
  const kept = new LRUCache<string, Promise<T>>({ max: mostKept })
  let mark = -1
  let day = ''

  return async (key, work) => {
    const seen = await freshness.mark()
    const today = civilDateAt(clock())
    // Who asked the database earlier may come later: what is kept is then newer than needed.
    if (seen > mark || today !== day) {
      mark = Math.max(mark, seen)
      day = today
      kept.clear()
    }
    const known = kept.get(key)
    if (known) return known
    const answer = work()
    kept.set(key, answer)
    answer.catch(() => {
      if (kept.peek(key) === answer) kept.delete(key)
    })
    return answer
  }
}
