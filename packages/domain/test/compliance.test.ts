import { describe, expect, it } from 'vitest'
import cases from '../cases/compliance.json' with { type: 'json' }
import {
  type ComplianceFigures,
  complianceGroupings,
  complianceOutcome,
  complianceOutcomes,
  complianceSubjects,
  groupingsOfSubject,
  sumCompliance,
} from '../src/index.ts'

describe('compliance', () => {
  it.each(cases)('$name', ({ at, items, rows, totals }) => {
    const cells = items.map(({ key, deadlineAt, doneAt, outcome: expected }) => {
      const asked = { deadlineAt: new Date(deadlineAt), doneAt: doneAt ? new Date(doneAt) : null }
      const outcome = complianceOutcome(asked, new Date(at))
      expect(outcome).toBe(expected)
      return { key, outcome, count: 1 }
    })
    expect(sumCompliance(cells)).toEqual({ rows, totals })
  })

  it('comes to the same from cells of many as one by one, and to totals that are the sum', () => {
    const cells = complianceOutcomes.map((outcome, i) => ({ key: 'a', outcome, count: i + 1 }))
    const single = cells.flatMap(({ count, ...cell }) => Array(count).fill({ ...cell, count: 1 }))
    expect(sumCompliance(cells)).toEqual(sumCompliance(single))
    const sum: ComplianceFigures = sumCompliance(cells).totals
    expect(sum).toEqual({ total: 3, onTime: 1, late: 2, waiting: 7, waitingLate: 4, rate: 1 / 7 })
  })

  it('is grouped by what there is of each subject', () => {
    expect(Object.keys(groupingsOfSubject)).toEqual([...complianceSubjects])
    const used = new Set(Object.values(groupingsOfSubject).flat())
    expect([...used].sort()).toEqual([...complianceGroupings].sort())
  })
})
