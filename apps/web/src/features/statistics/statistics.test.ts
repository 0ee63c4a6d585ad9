import { assignmentStatuses } from '@dunghan/domain'
import { describe, expect, test } from 'vitest'
import type { StatisticsRow } from '../../api/statistics.ts'
import { notUnderstood } from '../../lib/known-search.ts'
import { listBehind } from './list-behind.ts'
import { questionIn } from './question.ts'
import { sortIn, sortRows } from './sort-rows.ts'
import { complianceKnown } from './statistics-known.ts'

const ask = (search: string) => questionIn(new URLSearchParams(search), true)

describe('the list behind a figure', () => {
  const id = '019a1b2c-3d4e-7f00-8000-000000000001'
  const period = 'from=2026-11-01&to=2026-11-30'

  test.each([
    ['unit', id, `unitId=${id}`],
    ['unitType', 'commune', 'unitType=commune'],
    ['leader', id, `directedById=${id}`],
    ['kind', 'official_letter', 'kind=official_letter'],
    ['specialist', id, `draftedById=${id}`],
    ['status', 'overdue', 'status=overdue'],
    ['month', '2026-11', 'issuedFrom=2026-11-01&issuedTo=2026-11-30'],
    ['quarter', '2026-Q4', 'issuedFrom=2026-10-01&issuedTo=2026-12-31'],
    ['year', '2026', 'issuedFrom=2026-01-01&issuedTo=2026-12-31'],
  ])('of a row by %s is narrowed to it', (groupBy, key, expected) => {
    expect(listBehind(ask(`groupBy=${groupBy}`), { key })).toBe(`/nhiem-vu?${expected}`)
  })

  test.each([
    ['issued', 'issuedFrom=2026-11-01&issuedTo=2026-11-30'],
    ['due', 'effectiveDueFrom=2026-11-01&effectiveDueTo=2026-11-30'],
    ['active', 'activeFrom=2026-11-01&issuedTo=2026-11-30'],
  ])('counted by %s has the period', (basis, expected) => {
    expect(listBehind(ask(`basis=${basis}&${period}`), { status: 'overdue' })).toBe(
      `/nhiem-vu?status=overdue&${expected}`,
    )
  })

  test('of a month is no wider than the period asked for', () => {
    expect(listBehind(ask('groupBy=month&from=2026-11-10'), { key: '2026-11' })).toBe(
      '/nhiem-vu?issuedFrom=2026-11-10&issuedTo=2026-11-30',
    )
    expect(listBehind(ask('groupBy=month&basis=active&from=2026-11-10'), { key: '2026-09' })).toBe(
      '/nhiem-vu?activeFrom=2026-11-10&issuedFrom=2026-09-01&issuedTo=2026-09-30',
    )
  })

  test('of an age lies within its dates, and within the period it is due in', () => {
    const due = { from: '2026-10-20', to: '2026-11-12' }
    const figure = { status: 'overdue', due } as const
    expect(listBehind({ ...ask(''), groupBy: 'overdueAge' }, figure)).toBe(
      '/nhiem-vu?status=overdue&effectiveDueFrom=2026-10-20&effectiveDueTo=2026-11-12',
    )
    expect(listBehind({ ...ask(`basis=due&${period}`), groupBy: 'overdueAge' }, figure)).toBe(
      '/nhiem-vu?status=overdue&effectiveDueFrom=2026-11-01&effectiveDueTo=2026-11-12',
    )
  })

  test('takes the instant, the view of units and the conditions along', () => {
    const question = ask('asOf=2026-10-31&units=by_successor&kind=official_letter&extended=false')
    expect(listBehind(question, { key: id, extended: true })).toBe(
      `/nhiem-vu?asOf=2026-10-31&units=by_successor&unitId=${id}&kind=official_letter&extended=true`,
    )
  })

  test('is none for one status within the row of another', () => {
    expect(listBehind(ask('groupBy=status'), { key: 'overdue', status: 'due_soon' })).toBeNull()
  })
})

describe('the address', () => {
  test('is read without what is no value', () => {
    expect(ask('groupBy=overdueAge&basis=y&from=2026-02-30&unitId=1')).toMatchObject({
      groupBy: 'unit',
      basis: 'issued',
      from: undefined,
      unitId: undefined,
    })
  })

  test('keeps an instant as it came, for the server to judge', () => {
    expect(ask('asOf=2999-01-01').asOf).toBe('2999-01-01')
    expect(ask('asOf=hôm qua').asOf).toBe('hôm qua')
  })

  test('asks a unit about itself alone', () => {
    const params = new URLSearchParams('groupBy=specialist&units=by_successor')
    expect(questionIn(params, false)).toMatchObject({ groupBy: 'month', units: undefined })
  })
})

describe('the order of the rows', () => {
  const counts = Object.fromEntries(assignmentStatuses.map((status) => [status, 0]))
  const row = (key: string, overdue: number, total: number, rate: number | null) =>
    ({
      key,
      total,
      counts: { ...counts, overdue },
      rates: { overdue: rate },
    }) as unknown as StatisticsRow
  const rows = [row('a', 0, 2, 0), row('b', 3, 9, 0.33), row('c', 0, 7, null)]
  const keys = (sort: string) => sortRows(rows, sort).map(({ key }) => key)

  test('puts the most overdue first, then those with most to do', () => {
    expect(sortIn(new URLSearchParams(), 'unit')).toBe('-overdue')
    expect(keys('-overdue')).toEqual(['b', 'c', 'a'])
  })

  test('has what cannot be divided below every figure', () => {
    expect(keys('-overdueRate')).toEqual(['b', 'a', 'c'])
  })

  test('is that of time where rows follow each other', () => {
    expect(sortIn(new URLSearchParams(), 'month')).toBe('label')
    expect(keys('label')).toEqual(['a', 'b', 'c'])
  })
})

test('by whom compliance is told goes with what is measured', () => {
  const address = new URLSearchParams('subject=review&groupBy=specialist')
  expect(notUnderstood(address, complianceKnown(true, 'review'))).toEqual([
    { name: 'groupBy', value: 'specialist' },
  ])
  expect(notUnderstood(address, complianceKnown(true, 'directive_entry'))).toEqual([])
})
