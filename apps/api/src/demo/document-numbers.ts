import { yearOf } from '@dunghan/domain'
import type { Random } from './random.ts'

/** Documents of one series of one year are numbered in the order they are issued, with gaps. */
export function createNumbering(random: Random) {
  const last = new Map<string, number>()
  return {
    /** @param step how many numbers an issue passes over at most */
    next(series: string, issuedOn: string, step: number): string {
      const key = `${yearOf(issuedOn)} ${series}`
      const number = (last.get(key) ?? 0) + random.int(1, step)
      last.set(key, number)
      return String(number).padStart(2, '0')
    },
  }
}

export type Numbering = ReturnType<typeof createNumbering>
