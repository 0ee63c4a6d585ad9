import { expect, test } from 'vitest'
import { readRequestedRange } from '../../src/files/requested-range.ts'

test.each([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=500-', { start: 500, end: 999 }],
  ['bytes=500-5000', { start: 500, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=999-999', { start: 999, end: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=0-1,5-6', null],
  ['bytes=5-2', null],
  ['bytes=-', null],
  ['bytes=abc', null],
  ['items=0-1', null],
  ['bytes=99999999999999999999-', null],
  [undefined, null],
])('%s of 1,000 bytes', (header, expected) => {
  expect(readRequestedRange(header, 1000)).toEqual(expected)
})

test('an empty file has no part', () => {
  expect(readRequestedRange('bytes=0-0', 0)).toBe('unsatisfiable')
  expect(readRequestedRange('bytes=-1', 0)).toBe('unsatisfiable')
})
