import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/timeliness.json' with { type: 'json' }
import {
  addDays,
  classifyReport,
  createWorkCalendar,
  effectiveDueOn,
  instantAt,
  timelinessOf,
  workingDaysLeft,
} from '../src/index.ts'
import { anyDate } from './arbitraries.ts'
import { inEveryTimeZone } from './time-zones.ts'

const calendar = createWorkCalendar()

describe('timeliness', () => {
  inEveryTimeZone(() => {
    it.each(cases)('$name', ({ name: _, sentAt, dueOn, effectiveDueOn, ...expected }) => {
      const report = { sentAt: new Date(sentAt), dueOn, effectiveDueOn }
      expect(classifyReport(calendar, report)).toEqual(expected)
    })
  })

  it('agrees with the effective due date of every case', () => {
    for (const { dueOn, effectiveDueOn: expected } of cases) {
      expect(effectiveDueOn(calendar, dueOn)).toBe(expected)
    }
  })

  it('never gets better by sending later, and counts days exactly when late', () => {
    const order = ['early', 'on_time', 'late']
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40, max: 40 }), (dueOn, offset) => {
        const dates = { dueOn, effectiveDueOn: effectiveDueOn(calendar, dueOn) }
        const sentOn = addDays(dueOn, offset)
        const report = classifyReport(calendar, { ...dates, sentAt: instantAt(sentOn, '12:00') })
        const next = timelinessOf({ ...dates, sentOn: addDays(sentOn, 1) })
        expect(report).toMatchObject({ sentOn, timeliness: timelinessOf({ ...dates, sentOn }) })
        expect(order.indexOf(next)).toBeGreaterThanOrEqual(order.indexOf(report.timeliness))
        const left = workingDaysLeft(calendar, sentOn, dates.effectiveDueOn)
        expect(report.daysLate).toBe(report.timeliness === 'late' ? -left : null)
        expect(report.timeliness === 'late').toBe(left < 0)
      }),
    )
  })
})
