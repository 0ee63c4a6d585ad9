/** Chance that comes out the same each time: what is told of the made-up province is one story. */
export interface Random {
  /** Whole, both ends included. */
  int(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** Several different ones, in no order. */
  some<T>(from: readonly T[], count: number): T[]
  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Record<K, number>): K
  /** From 0 up to 1. */
  share(): number
}

/** mulberry32: small, fast and good enough for a story. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from')
    return from[int(0, from.length - 1)] as T
  }
  return {
    share,
    int,
    pick,
    chance: (wanted) => share() < wanted,
    some(from, count) {
      const left = [...from]
      const taken = []
      while (taken.length < count && left.length > 0) {
        taken.push(...left.splice(int(0, left.length - 1), 1))
      }
      return taken
    },
    weighted<K extends string>(weights: Record<K, number>): K {
      const entries = Object.entries(weights) as [K, number][]
      let at = share() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        at -= weight
        if (at < 0) return key
      }
      return (entries.at(-1) as [K, number])[0]
    },
  }
}

/**
 * Deals out of a shuffled deck, and of a new one when it is through: of what is rare there is some
 * in a small story too.
 */
export function createDeck<K extends string>(random: Random, counts: Record<K, number>): () => K {
  const whole = (Object.entries(counts) as [K, number][]).flatMap(([card, count]) =>
    Array<K>(count).fill(card),
  )
  let left: K[] = []
  return () => {
    if (left.length === 0) left = random.some(whole, whole.length)
    return left.pop() as K
  }
}
