import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/overdue-age.json' with { type: 'json' }
import {
  addDays,
  createWorkCalendar,
  daysOverdue,
  overdueAgeRanges,
  overdueAges,
} from '../src/index.ts'
import { anyDate, anyNearDate, anyOverrides } from './arbitraries.ts'

const calendar = createWorkCalendar()

/** The ages in whose range a due date lies. */
const agesOf = (effectiveDueOn: string, today: string, by = calendar) =>
  overdueAgeRanges(by, today)
    .filter(({ effectiveDueFrom, effectiveDueTo }) => {
      const begun = effectiveDueFrom === null || effectiveDueOn >= effectiveDueFrom
      return begun && effectiveDueOn <= effectiveDueTo
    })
    .map(({ age }) => age)

describe('the age of what is overdue', () => {
  it.each(cases)('$name', ({ effectiveDueOn, today, days, age }) => {
    expect(daysOverdue(calendar, effectiveDueOn, today)).toBe(days)
    expect(agesOf(effectiveDueOn, today)).toEqual(age === null ? [] : [age])
  })

  it('is one of five for every day before, and none for any other', () => {
    const ends: [string, number][] = [
      ['1-5', 5],
      ['6-10', 10],
      ['11-20', 20],
      ['21-60', 60],
    ]
    const agree = (today: string, offset: number, by = calendar) => {
      const effectiveDueOn = addDays(today, offset)
      const days = daysOverdue(by, effectiveDueOn, today)
      const age = ends.find(([, most]) => days !== null && days <= most)?.[0] ?? 'over-60'
      expect(agesOf(effectiveDueOn, today, by)).toEqual(days === null ? [] : [age])
    }
    fc.assert(fc.property(anyDate, fc.integer({ min: -150, max: 5 }), (day, n) => agree(day, n)))
    fc.assert(
      fc.property(
        anyNearDate,
        fc.integer({ min: -120, max: 5 }),
        anyOverrides,
        (day, n, overrides) => agree(day, n, createWorkCalendar(overrides)),
      ),
      { numRuns: 40 },
    )
  })

  it('lies in ranges that follow on each other, at the beginning of the calendar too', () => {
    for (const today of ['2000-01-04', '2026-11-23', '2060-12-31']) {
      const ranges = overdueAgeRanges(calendar, today)
      expect(ranges.map(({ age }) => age)).toEqual([...overdueAges])
      expect(ranges[0]?.effectiveDueTo).toBe(addDays(today, -1))
      expect(ranges.at(-1)?.effectiveDueFrom).toBeNull()
      for (const [i, range] of ranges.slice(1).entries()) {
        expect(range.effectiveDueTo).toBe(addDays(ranges[i]?.effectiveDueFrom ?? '', -1))
      }
    }
  })
})
