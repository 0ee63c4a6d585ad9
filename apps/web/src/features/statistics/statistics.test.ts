import { describe, expect, test } from 'vitest'
import { listBehind } from './list-behind.ts'
import { questionIn } from './question.ts'
import { spanOf } from './span.ts'

test.each([
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2028', '2028-01-01', '2028-12-31'],
])('%s lasts from %s to %s', (key, from, to) => {
  expect(spanOf(key)).toEqual({ from, to })
})

describe('the list behind a figure', () => {
  const ask = (search: string) => questionIn(new URLSearchParams(search), true)

  test('has the row, the status and the period of its figure', () => {
    const question = ask('groupBy=kind&from=2026-11-01&to=2026-11-30')
    expect(listBehind(question, { key: 'official_letter', status: ['overdue'] })).toBe(
      '/nhiem-vu?kind=official_letter&status=overdue&issuedFrom=2026-11-01&issuedTo=2026-11-30',
    )
  })

  test('of a month is no wider than the period asked for', () => {
    const question = ask('groupBy=month&from=2026-11-10')
    expect(listBehind(question, { key: '2026-11' })).toBe(
      '/nhiem-vu?issuedFrom=2026-11-10&issuedTo=2026-11-30',
    )
  })

  test('is none for what was carried over into a period', () => {
    expect(listBehind(ask('basis=active&from=2026-11-01'), {})).toBeNull()
  })

  test('leaves out what is no value', () => {
    expect(ask('groupBy=x&basis=y&from=2026-02-30&unitId=1')).toMatchObject({
      groupBy: 'unit',
      basis: 'issued',
      from: undefined,
      unitId: undefined,
    })
  })
})
