import { describe, expect, it, test } from 'vitest'
import { figureDates, spanOf } from './figure-dates.ts'
import { pastDays, periods } from './periods.ts'

test.each([
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2028', '2028-01-01', '2028-12-31'],
])('%s lasts from %s to %s', (key, from, to) => {
  expect(spanOf(key)).toEqual({ from, to })
})

describe('the days behind a figure', () => {
  it('are none where no period was asked for', () => {
    const days = figureDates({ groupBy: 'unit', basis: 'issued' }, 'so-y-te')
    expect(Object.values(days).filter(Boolean)).toEqual([])
  })

  it('leave what was issued before a period open, when it counts what was active in it', () => {
    const question = {
      groupBy: 'kind',
      basis: 'active',
      from: '2026-11-01',
      to: '2026-11-30',
    } as const
    expect(figureDates(question)).toMatchObject({
      activeFrom: '2026-11-01',
      issuedFrom: undefined,
      issuedTo: '2026-11-30',
    })
  })
})

describe('the periods to choose from', () => {
  const on = (today: string) => periods(today).map(({ range }) => `${range.from} ${range.to}`)

  it('reach over the turn of a year', () => {
    expect(on('2027-01-05')).toEqual([
      '2027-01-01 2027-01-31',
      '2026-12-01 2026-12-31',
      '2027-01-01 2027-03-31',
      '2026-10-01 2026-12-31',
      '2027-01-01 2027-12-31',
      '2026-12-15 2027-12-14',
    ])
  })

  it('begin another year of assessment on 15 December', () => {
    expect(on('2026-12-14').at(-1)).toBe('2025-12-15 2026-12-14')
    expect(on('2026-12-15').at(-1)).toBe('2026-12-15 2027-12-14')
  })

  it('end on days that are over', () => {
    expect(pastDays('2027-01-01').map(({ date }) => date)).toEqual([
      '2026-12-31',
      '2026-12-31',
      '2026-12-31',
      '2026-12-31',
    ])
    expect(pastDays('2026-11-23').map(({ date }) => date)).toEqual([
      '2026-11-22',
      '2026-10-31',
      '2026-09-30',
      '2025-12-31',
    ])
  })
})
