import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/status.json' with { type: 'json' }
import {
  type AssignmentRole,
  type AssignmentState,
  assignmentStates,
  assignmentStatuses,
  createWorkCalendar,
  effectiveDueOn,
  isOpen,
  momentAt,
  statusOf,
  type Timeliness,
  timelinesses,
  workingDaysLeft,
} from '../src/index.ts'
import { anyDate, anyInstant } from './arbitraries.ts'
import { inEveryTimeZone } from './time-zones.ts'

const calendar = createWorkCalendar()

interface StatusCase {
  name: string
  state: AssignmentState
  role: AssignmentRole
  effectiveDueOn: string
  timeliness: Timeliness | null
  now: string
  dueSoonDays: number
  today: string
  dueSoonThrough: string
  status: string | null
}

describe('the status', () => {
  inEveryTimeZone(() => {
    it.each(cases as StatusCase[])(
      '$name',
      ({ now, dueSoonDays, today, dueSoonThrough, ...given }) => {
        const moment = momentAt(calendar, new Date(now), dueSoonDays)
        expect(moment).toEqual({ today, dueSoonThrough })
        expect(statusOf(given, moment)).toBe(given.status)
      },
    )
  })

  it('has a case for each', () => {
    const met = new Set(cases.map(({ status }) => status))
    expect(assignmentStatuses.filter((status) => !met.has(status))).toEqual([])
  })

  it('takes three working days for soon, and a row without role for a leading one', () => {
    const moment = momentAt(calendar, new Date('2024-04-26T03:00:00Z'))
    expect(moment).toEqual({ today: '2024-04-26', dueSoonThrough: '2024-05-04' })
    const facts = { state: 'assigned', effectiveDueOn: '2024-05-04', timeliness: null } as const
    expect(statusOf(facts, moment)).toBe('due_soon')
  })

  it('is one of the seven, and open ones follow the working days left', () => {
    const anyFacts = fc.record({
      state: fc.constantFrom(...assignmentStates),
      effectiveDueOn: anyDate.map((date) => effectiveDueOn(calendar, date)),
      timeliness: fc.constantFrom(...timelinesses),
    })
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        const moment = momentAt(calendar, now)
        const status = statusOf(facts, moment)
        expect(status === null).toBe(facts.state === 'withdrawn')
        if (status) expect(assignmentStatuses).toContain(status)
        if (!isOpen(facts.state)) return
        const left = workingDaysLeft(calendar, moment.today, facts.effectiveDueOn)
        expect(status).toBe(left < 0 ? 'overdue' : left <= 3 ? 'due_soon' : 'in_progress')
      }),
    )
  })

  it('does not guess for a completed assignment without timeliness', () => {
    const facts = { state: 'completed', effectiveDueOn: '2024-05-10', timeliness: null } as const
    const moment = { today: '2024-05-10', dueSoonThrough: '2024-05-15' }
    expect(() => statusOf(facts, moment)).toThrow(TypeError)
  })
})
