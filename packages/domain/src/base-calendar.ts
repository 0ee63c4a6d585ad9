/*
 * The calendar that comes with the product, before any change by the admin: weekends, then the
 * official days of the years that have a table or the holidays of the law for the others, then
 * the swaps. Years with no official calendar say so by their basis.
 */
import {
  FIRST_YEAR,
  indexOf,
  LAST_YEAR,
  MAKE_UP,
  OFF,
  plainKinds,
  WORKING,
} from './calendar-index.ts'
import type { CivilDate } from './civil-date.ts'
import { formatCivilDate, weekdayName } from './civil-date-text.ts'
import { hasOfficialYear, officialDaysOff, swaps } from './official-calendar.ts'
import { legalHolidays, ruleDaysOff } from './rule-calendar.ts'

export interface BaseCalendar {
  /** The kind of each day of the index. */
  kinds: Uint8Array
  /** Names of holidays, compensatory, swapped and make-up days, by place in the index. */
  names: ReadonlyMap<number, string>
}

let base: BaseCalendar | undefined

/** The calendar of the product; made once and shared, so its `kinds` must be copied to be changed. */
export function baseCalendar(): BaseCalendar {
  base ??= build()
  return base
}

function build(): BaseCalendar {
  const kinds = plainKinds()
  const names = new Map<number, string>()
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const { date, name } of weekendHolidays(year, kinds)) names.set(indexOf(date), name)
    const daysOff = hasOfficialYear(year) ? officialDaysOff(year) : ruleDaysOff(year)
    for (const { date, name } of daysOff) set(date, OFF, name)
  }
  for (const { off, worked } of swaps) {
    set(off, OFF, `Nghỉ hoán đổi, làm bù ${dayInWords(worked)}`)
    set(worked, MAKE_UP, `Làm bù cho ${dayInWords(off)}`)
  }
  return { kinds, names }

  function set(date: CivilDate, kind: number, name: string): void {
    kinds[indexOf(date)] = kind
    names.set(indexOf(date), name)
  }
}

function weekendHolidays(year: number, kinds: Uint8Array) {
  return legalHolidays(year).filter(({ date }) => kinds[indexOf(date)] !== WORKING)
}

function dayInWords(date: CivilDate): string {
  return `${weekdayName(date, 'vi')} ${formatCivilDate(date)}`
}
