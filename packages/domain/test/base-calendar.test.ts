import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import frozen from '../cases/base-calendar.json' with { type: 'json' }
import { addDays, createWorkCalendar, yearOf } from '../src/index.ts'

/*
 * The calendar that comes with the product never changes: every figure of the past rests on it, and
 * no release may answer differently what was asked before. What turns out otherwise, a year newly
 * announced or a mistake, becomes a change on record (an import, or a migration that appends one),
 * which holds from when it was made. So these hashes are never edited.
 */
const calendar = createWorkCalendar()

function hashOf(year: number): string {
  const hash = createHash('sha256').update(`${year} ${calendar.basisOf(year)}\n`)
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) {
    const { kind, name } = calendar.dayOf(date)
    hash.update(`${date} ${kind} ${name ?? ''}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

it('is what it was when answers were first given by it', () => {
  const years = Object.keys(frozen).map(Number)
  expect([years[0], years.at(-1), years.length]).toEqual([2000, 2060, 61])
  expect(Object.fromEntries(years.map((year) => [year, hashOf(year)]))).toEqual(frozen)
})
