import { expect, it } from 'vitest'
import { between } from './choice-column.tsx'

it.each([
  ['b', 'd', 'bcd'],
  ['d', 'b', 'bcd'],
  ['c', 'c', 'c'],
  [null, 'd', 'd'],
  // What was pressed last is no longer in the list.
  ['x', 'd', 'd'],
])('from %s to %s it is %s', (from, to, rows) => {
  expect(between([...'abcde'], (row) => row, from, to).join('')).toBe(rows)
})
