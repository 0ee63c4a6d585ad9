import { civilDateAt } from '@dunghan/domain'
import { LRUCache } from 'lru-cache'
import type { Freshness } from '../db/freshness.ts'

/** An answer as it went out. */
export interface Answer {
  body: Buffer
  headers: Record<string, string>
}

/** Either the answer, or the duty to say what it came to: null when it is none to be kept. */
export type Found = { answer: Answer } | { settle: (answer: Answer | null) => void }

export interface KeptAnswers {
  /**
   * What was answered to this since the record last changed; whoever asks while another works it
   * out waits for that. @throws as any question to the database
   */
  find(key: string): Promise<Found>
}

export interface KeptAnswersOptions {
  freshness: Freshness
  clock: () => Date
  /** What answers rest on besides the record itself is read anew. */
  renew: () => Promise<unknown>
  /** Bytes kept in all. */
  most: number
}

/** Beside the body: key, headers, and what the cache itself takes for each. */
const perAnswer = 1024
/** One answer may take up no more of it all than this part. */
const largestPart = 16

/**
 * Answers to anyone, as bytes, for as long as nothing is put on record by any process and the day in
 * Việt Nam is the same: what is public follows from both and from the address and language asked
 * for, and from nothing else.
 */
export function createKeptAnswers(options: KeptAnswersOptions): KeptAnswers {
  const { freshness, clock, renew, most } = options
  const kept = new LRUCache<string, Answer>({
    maxSize: most,
    maxEntrySize: Math.ceil(most / largestPart),
    sizeCalculation: ({ body }, key) => body.length + key.length * 2 + perAnswer,
  })
  const underWay = new Map<string, Promise<Answer | null>>()
  let mark = -1
  let day = ''
  let renewed: Promise<unknown> = Promise.resolve()

  /** Forgets all when the record or the day is another. */
  const turn = async () => {
    const seen = await freshness.mark()
    const today = civilDateAt(clock())
    if (seen > mark || today !== day) {
      mark = Math.max(mark, seen)
      day = today
      kept.clear()
      underWay.clear()
      renewed = renew()
      renewed.catch(() => {
        mark = -1
      })
    }
    await renewed
  }

  return {
    async find(key) {
      await turn()
      const known = kept.get(key)
      if (known) return { answer: known }
      const coming = underWay.get(key)
      if (coming) {
        const answer = await coming
        return answer ? { answer } : { settle: () => {} }
      }
      const { promise, resolve } = Promise.withResolvers<Answer | null>()
      const since = `${mark} ${day}`
      underWay.set(key, promise)
      return {
        settle(given) {
          if (underWay.get(key) === promise) underWay.delete(key)
          // What began before the record changed may be of before; it is right for those who waited.
          if (given && since === `${mark} ${day}`) kept.set(key, given)
          resolve(given)
        },
      }
    },
  }
}
