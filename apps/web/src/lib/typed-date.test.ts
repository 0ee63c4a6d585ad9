import { expect, test } from 'vitest'
import { parseDayAndMonth, parseShortDate } from './typed-date.ts'

const today = '2026-11-23'

test.each([
  ['5/12', '2026-12-05'],
  ['5-1', '2027-01-05'],
  ['23.11', '2026-11-23'],
  ['22/11', '2027-11-22'],
  ['29/02', '2028-02-29'],
  ['31/02', null],
  ['5/', null],
  ['0512', null],
])('%s, typed for a day to come, is %s', (text, date) => {
  expect(parseDayAndMonth(text, { today })).toBe(date)
})

test.each([
  ['5/12', '2025-12-05'],
  ['22/11', '2026-11-22'],
])('%s, typed for a day gone by, is %s', (text, date) => {
  expect(parseDayAndMonth(text, { today, latest: today })).toBe(date)
})

test.each([
  ['0512', '2026-12-05'],
  ['051226', '2026-12-05'],
  ['5/12/26', '2026-12-05'],
  ['5/12', '2026-12-05'],
  ['3102', null],
  ['mai', null],
  ['5/12/202', null],
])('%s, left in a field, is %s', (text, date) => {
  expect(parseShortDate(text, { today })).toBe(date)
})
