import { expect, test } from 'vitest'
import { exactInstant, spokenDate } from './spoken-date.ts'

test('a date is told with its weekday', () => {
  expect(spokenDate('2025-09-03')).toBe('thứ Tư 03/09/2025')
  expect(spokenDate('2026-11-22')).toBe('Chủ nhật 22/11/2026')
})

test('an instant is told to the second, as the clock in Việt Nam had it', () => {
  expect(exactInstant('2025-08-13T01:18:59.000Z')).toBe('thứ Tư 13/08/2025 08:18:59')
  expect(exactInstant('2026-11-22T17:00:00.000Z')).toBe('thứ Hai 23/11/2026 00:00:00')
})
