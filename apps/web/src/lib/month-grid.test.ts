import { expect, it } from 'vitest'
import { monthAfter, weeksOf } from './month-grid.ts'

it('a month is whole weeks from Monday to Sunday', () => {
  const weeks = weeksOf('2026-11-01')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]?.[0]).toBe('2026-10-26')
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
  expect(weeksOf('2027-02-01').flat()).toHaveLength(28)
})

it.each([
  ['2026-11-23', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-15', -1, '2025-12-01'],
  ['2026-03-01', 0, '2026-03-01'],
])('%s and %i months: %s', (date, by, first) => {
  expect(monthAfter(date, by)).toBe(first)
})
