import { setImmediate } from 'node:timers/promises'

/**
 * One question for all who ask at once. Its answer is never older than the asking: a question that
 * was already under way is waited for, and the next one is asked for everybody who came meanwhile.
 */
export function askTogether<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | undefined

  return () => {
    next ??= (async () => {
      await asked.catch(() => {})
      // Whoever's request has come in already is one of them, though it is not read yet.
      await setImmediate()
      next = undefined
      const answer = ask()
      asked = answer
      return answer
    })()
    return next
  }
}
