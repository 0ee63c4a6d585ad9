import { describe, expect, it } from 'vitest'
import cases from '../cases/office-hours.json' with { type: 'json' }
import { createWorkCalendar, isOfficeTime, newsSince, officeTimeFrom } from '../src/index.ts'
import { inEveryTimeZone } from './time-zones.ts'

const calendar = createWorkCalendar()

describe('office hours', () => {
  inEveryTimeZone(() => {
    it.each(cases)('$name', ({ instant, open, next }) => {
      expect(isOfficeTime(calendar, new Date(instant))).toBe(open)
      expect(officeTimeFrom(calendar, new Date(instant)).toISOString()).toBe(next)
    })

    it.each([
      ['in a week like any other', '2026-11-23T02:00:00Z', '2026-11-15T17:00:00.000Z'],
      ['on the first morning after Tết', '2026-02-23T00:15:00Z', '2026-02-08T17:00:00.000Z'],
    ])('what was told five working days ago is still news: %s', (_, now, since) => {
      expect(newsSince(calendar, new Date(now)).toISOString()).toBe(since)
    })
  })
})
