import fc from 'fast-check'
import { type CalendarDay, civilDateOf, dayNumber } from '../src/index.ts'

const first = dayNumber('2001-01-01')
const last = dayNumber('2059-12-31')

/** Any day well inside the calendar. */
export const anyDate = fc.integer({ min: first, max: last }).map(civilDateOf)

/** Any instant well inside the calendar, to the millisecond. */
export const anyInstant = fc
  .integer({ min: first * 86_400_000, max: last * 86_400_000 })
  .map((ms) => new Date(ms))

/** A few days the admin has set, close to each other so that they meet. */
export const anyOverrides = fc.array(
  fc.record<CalendarDay>({
    date: fc.integer({ min: 0, max: 45 }).map((n) => civilDateOf(dayNumber('2026-04-10') + n)),
    kind: fc.constantFrom('working', 'off', 'make_up'),
    name: fc.constant('Theo thông báo'),
  }),
  { maxLength: 30 },
)

/** Days around those overrides. */
export const anyNearDate = fc
  .integer({ min: -10, max: 60 })
  .map((n) => civilDateOf(dayNumber('2026-04-10') + n))
