import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/monthly-report.json' with { type: 'json' }
import {
  addMonths,
  assertMonthDue,
  createWorkCalendar,
  lastMonthDue,
  monthlyReportTerms,
  monthOf,
  RuleViolation,
  startOfDay,
} from '../src/index.ts'
import { anyNearDate } from './arbitraries.ts'

const calendar = createWorkCalendar()
const codeOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof RuleViolation ? error.code : error
  }
}

describe('the monthly report', () => {
  it.each(cases)('$name', ({ month, from, to, asOf, drawUpOn }) => {
    const terms = monthlyReportTerms(calendar, month)
    expect(terms).toEqual({ month, from, to, asOf: new Date(asOf), drawUpOn })
    const first = startOfDay(terms.drawUpOn)
    const before = new Date(first.getTime() - 1)
    expect(codeOf(() => assertMonthDue(terms, first))).toBeNull()
    expect(codeOf(() => assertMonthDue(terms, before))).toBe('monthly-report-too-early')
    expect(lastMonthDue(calendar, first)).toBe(month)
    expect(lastMonthDue(calendar, before)).toBe(addMonths(month, -1))
  })

  it('says when it will be drawn up', () => {
    const terms = monthlyReportTerms(calendar, '2026-12')
    expect(() => assertMonthDue(terms, startOfDay('2027-01-01'))).toThrow(
      /month=12\/2026 date=04\/01\/2027/,
    )
  })

  it('is drawn up on a working day of the next month, and is due from then on', () => {
    fc.assert(
      fc.property(anyNearDate, (date) => {
        const month = monthOf(date)
        const terms = monthlyReportTerms(calendar, month)
        expect(calendar.isWorkingDay(terms.drawUpOn)).toBe(true)
        expect(terms.from <= date && date <= terms.to).toBe(true)
        expect(monthOf(terms.drawUpOn) > month).toBe(true)
        const due = lastMonthDue(calendar, startOfDay(date))
        expect(due < month).toBe(true)
        expect(due >= addMonths(month, -2)).toBe(true)
      }),
    )
  })

  it('counts months over years, both ways', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2026-06', -18)).toBe('2024-12')
  })
})
