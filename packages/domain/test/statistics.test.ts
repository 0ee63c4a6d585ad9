import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/statistics.json' with { type: 'json' }
import {
  assignmentStatuses,
  emptyCounts,
  ratesOf,
  type StatisticsFigures,
  type StatisticsInput,
  statisticsBases,
  statisticsGroupings,
  sumCells,
  tally,
  totalOf,
  totalsOf,
} from '../src/index.ts'

const noneBeside = { returned: 0, notReceived: 0, extended: 0 }

type Keyed = StatisticsInput & { key: string }

describe('statistics', () => {
  it.each(cases)('$name', ({ assignments, rows, totals }) => {
    const counted = tally(assignments as Keyed[], ({ key }) => key)
    expect(counted.rows.map((row) => ({ key: row.key, ...flat(row) }))).toEqual(rows)
    expect(flat(counted.totals)).toEqual(totals)
  })

  it('have buckets that add up to the total, and totals that are the sum of the rows', () => {
    const anyRow = fc.record<Keyed>({
      key: fc.constantFrom('a', 'b', 'c', '__proto__'),
      status: fc.constantFrom(...assignmentStatuses, null),
      returned: fc.boolean(),
      notReceived: fc.boolean(),
      extended: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (assignments) => {
        const { rows, totals } = tally(assignments, ({ key }) => key)
        const counted = assignments.filter(({ status }) => status !== null)
        for (const row of [...rows, totals]) expect(totalOf(row.counts)).toBe(row.total)
        expect(totals.total).toBe(counted.length)
        expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(totals.total)
        expect(totals.returned).toBe(counted.filter(({ returned }) => returned).length)
        expect(totalsOf(rows)).toEqual(totals)
        for (const rate of Object.values(totals.rates)) {
          expect(rate === null || (rate >= 0 && rate <= 1)).toBe(true)
        }
      }),
    )
  })

  it('come to the same from cells of many as from assignments one by one', () => {
    for (const { assignments } of cases) {
      const one = tally(assignments as Keyed[], ({ key }) => key)
      const cells = one.rows.flatMap(({ key, counts, returned, notReceived, extended }) =>
        assignmentStatuses.map((status, i) => ({
          key,
          status,
          count: counts[status],
          ...(i === 0 ? { returned, notReceived, extended } : noneBeside),
        })),
      )
      expect(sumCells(cells)).toEqual(one)
    }
  })

  it('know their counts, bases and groupings', () => {
    expect(Object.keys(emptyCounts())).toEqual([...assignmentStatuses])
    expect(emptyCounts()).not.toBe(emptyCounts())
    expect(ratesOf({ ...emptyCounts(), completed_late: 2 })).toEqual({
      onTime: 0,
      completion: 1,
      overdue: 0,
    })
    expect([statisticsBases.length, statisticsGroupings.length]).toEqual([3, 11])
  })
})

function flat({ total, counts, returned, notReceived, extended, rates }: StatisticsFigures) {
  const { onTime, completion, overdue } = rates
  return {
    total,
    ...counts,
    returned,
    notReceived,
    extended,
    onTime,
    completion,
    overdueRate: overdue,
  }
}
