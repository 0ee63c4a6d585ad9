/*
 * All days of the calendar as one index of integers: the kind of each day, the working days up to
 * it, and the day of each working day. Every question about working days is then one or two
 * array reads; nothing is walked and nothing allocated.
 */
import { type CivilDate, civilDateOf, dayNumber, weekdayOfDay } from './civil-date.ts'
import { RuleViolation } from './rule-violation.ts'

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2060
/** More days off in a row than this is a mistake in the calendar, not a holiday. */
export const LONGEST_WAIT_DAYS = 60

export const WORKING = 0
export const OFF = 1
export const MAKE_UP = 2

const FIRST_DAY = dayNumber(`${FIRST_YEAR}-01-01`)
const DAYS = dayNumber(`${LAST_YEAR + 1}-01-01`) - FIRST_DAY

let dates: CivilDate[] | undefined

/** The civil date of an index. The strings are made once, for all calendars. */
export function dateOfIndex(index: number): CivilDate {
  dates ??= Array.from({ length: DAYS }, (_, i) => civilDateOf(FIRST_DAY + i))
  return dates[index] as CivilDate
}

/** The place of a date in the index, or -1 outside it. */
export function findIndex(date: CivilDate): number {
  const index = dayNumber(date) - FIRST_DAY
  return index >= 0 && index < DAYS ? index : -1
}

/** The place of a date in the index. Throws `outside-calendar`. */
export function indexOf(date: CivilDate): number {
  const index = findIndex(date)
  if (index < 0) throw outsideCalendar(date)
  return index
}

/** The kinds of all days when nothing but the weekend is off. */
export function plainKinds(): Uint8Array {
  return Uint8Array.from({ length: DAYS }, (_, i) =>
    weekdayOfDay(FIRST_DAY + i) > 5 ? OFF : WORKING,
  )
}

export class CalendarIndex {
  readonly kinds: Uint8Array
  /** Working days from the first day of the calendar up to and including each day. */
  readonly #upTo: Int32Array
  /** The index of the n-th working day. */
  readonly #nth: Int32Array
  /** How many of the first n working days were waited for too long. */
  readonly #longWaits: Int32Array

  constructor(kinds: Uint8Array) {
    this.kinds = kinds
    this.#upTo = new Int32Array(DAYS)
    const nth = new Int32Array(DAYS)
    this.#longWaits = new Int32Array(DAYS)
    let count = 0
    for (let i = 0; i < DAYS; i++) {
      if (kinds[i] !== OFF) {
        const wait = count > 0 ? i - at(nth, count - 1) : 0
        const before = count > 0 ? at(this.#longWaits, count - 1) : 0
        this.#longWaits[count] = before + (wait > LONGEST_WAIT_DAYS ? 1 : 0)
        nth[count++] = i
      }
      this.#upTo[i] = count
    }
    this.#nth = nth.subarray(0, count)
  }

  isWorking(index: number): boolean {
    return this.kinds[index] !== OFF
  }

  /**
   * The index `count` working days after `from`; `from` itself for 0. Throws `no-working-day`
   * when more than 60 days off in a row lie on the way, `outside-calendar` at the end.
   */
  after(from: number, count: number): number {
    if (count === 0) return from
    const first = at(this.#upTo, from)
    const last = first + count - 1
    const reach = first < this.#nth.length ? at(this.#nth, first) : DAYS
    if (reach - from > LONGEST_WAIT_DAYS) throw noWorkingDay(from)
    if (last >= this.#nth.length) throw outsideCalendar(`${LAST_YEAR + 1}-01-01`)
    if (at(this.#longWaits, last) > at(this.#longWaits, first)) throw noWorkingDay(from)
    return at(this.#nth, last)
  }

  /** Working days in (after, upTo]; negative of the reverse when `upTo` is earlier. */
  between(after: number, upTo: number): number {
    return at(this.#upTo, upTo) - at(this.#upTo, after)
  }
}

/** The violation for a date the calendar does not reach. */
export function outsideCalendar(date: CivilDate): RuleViolation {
  return new RuleViolation('outside-calendar', {
    date,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
  })
}

function noWorkingDay(index: number): RuleViolation {
  return new RuleViolation('no-working-day', {
    date: dateOfIndex(index),
    days: LONGEST_WAIT_DAYS,
  })
}

function at(values: Int32Array, index: number): number {
  return values[index] as number
}
