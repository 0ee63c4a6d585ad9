/*
 * R2 Working days. Three kinds of day: working, off (weekend, public holiday, compensatory day)
 * and make-up (a Saturday worked in exchange, ngày làm bù). The regulation counts in working days
 * (Đ6.3b, Đ6.4, Đ7.5: "ngày làm việc tiếp theo"). What the admin sets wins over the calendar that
 * comes with the product. More than 60 days off in a row are an error, never a loop.
 */
import { baseCalendar } from './base-calendar.ts'
import {
  CalendarIndex,
  dateOfIndex,
  FIRST_YEAR,
  findIndex,
  indexOf,
  LAST_YEAR,
  MAKE_UP,
  OFF,
  outsideCalendar,
  plainKinds,
  WORKING,
} from './calendar-index.ts'
import { type CivilDate, parseCivilDate } from './civil-date.ts'
import { type CalendarBasis, officialYears } from './official-calendar.ts'

export const dayKinds = ['working', 'off', 'make_up'] as const

export type DayKind = (typeof dayKinds)[number]

/** A day that is not what its weekday says, or that the admin has set. */
export interface CalendarDay {
  date: CivilDate
  kind: DayKind
  name: string
}

/** A day of a year's list, and whether it is the admin who set it. */
export interface ListedDay extends CalendarDay {
  overridden: boolean
}

/** One day as shown: `name` is null on a plain weekday and on a plain weekend. */
export interface DescribedDay {
  date: CivilDate
  kind: DayKind
  name: string | null
  overridden: boolean
}

/** Every method throws `outside-calendar` for a date outside `firstYear`–`lastYear`. */
export interface WorkCalendar {
  readonly firstYear: number
  readonly lastYear: number
  /** Whether the calendar reaches this date. Never throws. */
  knows(date: CivilDate): boolean
  kindOf(date: CivilDate): DayKind
  /** True on working and make-up days. */
  isWorkingDay(date: CivilDate): boolean
  dayOf(date: CivilDate): DescribedDay
  /** `date` when it is a working day, else the next one. Throws `no-working-day`. */
  firstWorkingDayFrom(date: CivilDate): CivilDate
  /** The first working day strictly after `date`. Throws `no-working-day`. */
  nextWorkingDay(date: CivilDate): CivilDate
  /** The `days`-th working day after `date`; `date` itself for 0. Throws `no-working-day`. */
  addWorkingDays(date: CivilDate, days: number): CivilDate
  /** Working days in (after, upTo]; when `upTo` is earlier, minus those in (upTo, after]. */
  workingDaysBetween(after: CivilDate, upTo: CivilDate): number
  /** How far the days of a year rest on an announcement. */
  basisOf(year: number): CalendarBasis
  /** Weekdays off, make-up days and days set by the admin, in order; not the plain days. */
  daysOf(year: number): ListedDay[]
  /** This calendar with one more change on top: days, a year that is announced, or both. */
  changedBy(change: { days: readonly CalendarDay[]; announcedYear: number | null }): WorkCalendar
}

const kindOfCode: readonly DayKind[] = dayKinds
const codeOfKind: Record<DayKind, number> = { working: WORKING, off: OFF, make_up: MAKE_UP }

/**
 * The working calendar from 2000 to 2060, with the admin's days on top (the last of two on the
 * same date wins). Throws `outside-calendar` for a day it cannot hold.
 * @param announcedYears those whose official calendar the admin entered or confirmed
 */
export function createWorkCalendar(
  overrides: readonly CalendarDay[] = [],
  announcedYears: readonly number[] = [],
): WorkCalendar {
  const base = baseCalendar()
  const kinds = base.kinds.slice()
  const ownNames = new Map<number, string>()
  for (const { date, kind, name } of overrides) {
    if (parseCivilDate(date) === null) throw outsideCalendar(date)
    kinds[indexOf(date)] = codeOfKind[kind]
    ownNames.set(indexOf(date), name)
  }
  const index = new CalendarIndex(kinds)

  return {
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    knows: (date) => findIndex(date) >= 0,
    kindOf: (date) => kindAt(indexOf(date)),
    isWorkingDay: (date) => index.isWorking(indexOf(date)),
    dayOf: (date) => describe(indexOf(date)),
    firstWorkingDayFrom(date) {
      const from = indexOf(date)
      return index.isWorking(from) ? date : dateOfIndex(index.after(from, 1))
    },
    nextWorkingDay: (date) => dateOfIndex(index.after(indexOf(date), 1)),
    addWorkingDays(date, days) {
      if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`)
      return dateOfIndex(index.after(indexOf(date), days))
    },
    workingDaysBetween: (after, upTo) => index.between(indexOf(after), indexOf(upTo)),
    basisOf(year) {
      indexOf(`${year}-01-01`)
      return announcedYears.includes(year) ? 'announced' : (officialYears[year]?.basis ?? 'rule')
    },
    daysOf(year) {
      const last = indexOf(`${year}-12-31`)
      const days: ListedDay[] = []
      for (let i = indexOf(`${year}-01-01`); i <= last; i++) {
        if (kinds[i] === plain()[i] && !ownNames.has(i)) continue
        const { date, kind, name, overridden } = describe(i)
        days.push({ date, kind, name: name ?? '', overridden })
      }
      return days
    },
    changedBy: ({ days, announcedYear }) =>
      createWorkCalendar(
        [...overrides, ...days],
        announcedYear === null ? announcedYears : [...announcedYears, announcedYear],
      ),
  }

  function kindAt(at: number): DayKind {
    return kindOfCode[kinds[at] as number] as DayKind
  }

  function describe(at: number): DescribedDay {
    const overridden = ownNames.has(at)
    const name = (overridden ? ownNames.get(at) : base.names.get(at)) || null
    return { date: dateOfIndex(at), kind: kindAt(at), name, overridden }
  }
}

let plainKindsOfDays: Uint8Array | undefined

function plain(): Uint8Array {
  plainKindsOfDays ??= plainKinds()
  return plainKindsOfDays
}
