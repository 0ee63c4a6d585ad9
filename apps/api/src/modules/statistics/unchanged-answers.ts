import { civilDateAt } from '@dunghan/domain'
import { LRUCache } from 'lru-cache'
import type { Deps } from '../../deps.ts'

/** More than all the usual questions of the office and of each unit. */
const mostKept = 1000

/**
 * Answers about now, kept while nothing is put on record by any process and the day in Việt Nam is
 * the same: what is asked again then gets the very answer of before, with the instant it is of.
 * Who asks at the same time waits for the same work.
 */
export function createUnchangedAnswers<T extends object>({
  freshness,
  clock,
}: Pick<Deps, 'freshness' | 'clock'>) {
  const kept = new LRUCache<string, Promise<T>>({ max: mostKept })
  let mark = -1
  let day = ''

  /** @param key all the answer follows from besides the record and the day, the asker's reach included */
  return async (key: string, work: () => Promise<T>): Promise<T> => {
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
