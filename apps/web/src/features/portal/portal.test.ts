import { describe, expect, it } from 'vitest'
import type { Schema } from '../../api/types.ts'
import { filtersIn, sortIn } from './filters.ts'
import { questionIn, sortedRows } from './statistics-question.ts'

const given = (text: string) => new URLSearchParams(text)

describe('filters in an address', () => {
  it('are read as the API takes them', () => {
    const params = given(
      'q=duong&unit=so-y-te&unit=so-xay-dung&status=overdue&dueFrom=2026-11-01&sort=-dueOn',
    )
    expect(filtersIn(params)).toMatchObject({
      q: 'duong',
      unit: ['so-y-te', 'so-xay-dung'],
      status: ['overdue'],
      dueFrom: '2026-11-01',
    })
    expect(sortIn(params)).toBe('-dueOn')
  })

  it('are left out when a hand wrote them wrong', () => {
    const params = given('status=late&kind=x&dueFrom=31/02/2027&dueTo=2027-02-31&sort=unit')
    expect(Object.values(filtersIn(params)).filter(Boolean)).toEqual([])
    expect(sortIn(params)).toBe('-issuedOn')
    expect(questionIn(given('groupBy=specialist&basis=?&from=x'))).toEqual({
      groupBy: 'unit',
      basis: 'issued',
      from: undefined,
      to: undefined,
      asOf: undefined,
      units: undefined,
    })
  })
})

describe('the order of the statistics table', () => {
  const row = (key: string, overdue: number, onTime: number | null) =>
    ({
      key,
      total: 1,
      counts: { overdue },
      rates: { onTime, completion: null, overdue: null },
    }) as unknown as Schema<'StatisticsRow'>
  const rows = [row('a', 1, null), row('b', 5, 0.5), row('c', 3, 1)]
  const keys = (sort: string) => sortedRows(rows, sort).map(({ key }) => key)

  it('follows the column asked for, the other way round with a minus', () => {
    expect(keys('-overdue')).toEqual(['b', 'c', 'a'])
    expect(keys('overdue')).toEqual(['a', 'c', 'b'])
  })

  it('puts what cannot be counted at the end of the scale', () => {
    expect(keys('-onTime')).toEqual(['c', 'b', 'a'])
  })

  it('stays as it came for a column there is not', () => {
    expect(keys('label')).toEqual(['a', 'b', 'c'])
    expect(keys('-nonsense')).toEqual(['a', 'b', 'c'])
  })
})
