import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import documents from '../cases/document-entry-deadline.json' with { type: 'json' }
import cases from '../cases/entry-deadline.json' with { type: 'json' }
import timeliness from '../cases/entry-timeliness.json' with { type: 'json' }
import {
  civilDateAt,
  createWorkCalendar,
  documentEntryDeadline,
  endOfDay,
  entryDeadline,
  entryTimeliness,
} from '../src/index.ts'
import { anyInstant } from './arbitraries.ts'
import { inEveryTimeZone } from './time-zones.ts'

const calendar = createWorkCalendar()

describe('the 15:00 rule', () => {
  inEveryTimeZone(() => {
    it.each(cases)('$name', ({ at, on, deadlineAt }) => {
      expect(entryDeadline(calendar, new Date(at))).toEqual({ on, at: new Date(deadlineAt) })
    })

    it.each(documents)('a document: $name', ({ issuedOn, issuedTime, on, deadlineAt }) => {
      expect(documentEntryDeadline(calendar, { issuedOn, issuedTime })).toEqual({
        on,
        at: new Date(deadlineAt),
      })
    })

    it.each(timeliness)('an entry: $name', ({ deadlineAt, enteredAt, timeliness: expected }) => {
      expect(entryTimeliness(new Date(deadlineAt), new Date(enteredAt))).toBe(expected)
    })
  })

  it('takes a missing time as by three', () => {
    expect(documentEntryDeadline(calendar, { issuedOn: '2024-04-26' }).on).toBe('2024-04-26')
  })

  it('never ends before the issue, always at the end of a working day, the same or the next', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const deadline = entryDeadline(calendar, at)
        expect(deadline.at > at).toBe(true)
        expect(deadline.at).toEqual(endOfDay(deadline.on))
        expect(calendar.isWorkingDay(deadline.on)).toBe(true)
        expect(calendar.workingDaysBetween(civilDateAt(at), deadline.on)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })

  it('never gives less time to what was issued later', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 864_000_000 }), (at, later) => {
        const first = entryDeadline(calendar, at).at
        const second = entryDeadline(calendar, new Date(at.getTime() + later)).at
        expect(second >= first).toBe(true)
      }),
    )
  })
})
