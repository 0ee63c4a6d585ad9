/*
 * The working calendar of the public sector as fixed or announced, 2013–2027.
 *
 * Each year lists its weekdays off; a swap is a weekday off for which a Saturday is worked
 * (ngày làm bù), under the year of the day off. `basis` says how far the year rests on an
 * announcement: `announced`, `partly_rule` (some days are derived from the law's rules) or
 * `rule` (all are). Labour Code 2012 art. 115 and 2019 art. 112; Resolution 28/2026/QH16.
 */
import { type CivilDate, yearOf } from './civil-date.ts'

export type CalendarBasis = 'announced' | 'partly_rule' | 'rule'

export interface OfficialYear {
  basis: CalendarBasis
  /** Weekdays off, `MM-DD`, under the name of the holiday. */
  off: Record<string, string>
}

export interface Swap {
  off: CivilDate
  worked: CivilDate
}

const NEW_YEAR = 'Tết Dương lịch'
const TET = 'Tết Nguyên đán'
const HUNG = 'Giỗ Tổ Hùng Vương'
const VICTORY = 'Ngày Chiến thắng'
const LABOUR = 'Ngày Quốc tế lao động'
const NATIONAL = 'Quốc khánh'
const CULTURE = 'Ngày Văn hóa Việt Nam'
/** Compensatory day. */
const bu = (holiday: string) => `Nghỉ bù ${holiday}`

export const officialYears: Readonly<Record<number, OfficialYear>> = {
  2013: {
    basis: 'announced',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-11 02-12',
      [bu(TET)]: '02-13 02-14',
      [HUNG]: '04-19',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-02',
    },
  },
  2014: {
    basis: 'partly_rule',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '01-29 01-30 01-31 02-03 02-04',
      [HUNG]: '04-09',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-02',
    },
  },
  2015: {
    basis: 'partly_rule',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-17 02-18 02-19 02-20 02-23',
      [HUNG]: '04-28',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-02',
    },
  },
  2016: {
    basis: 'rule',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-08 02-09 02-10 02-11 02-12',
      [bu(HUNG)]: '04-18',
      [bu(VICTORY)]: '05-02',
      [bu(LABOUR)]: '05-03',
      [NATIONAL]: '09-02',
    },
  },
  2017: {
    basis: 'rule',
    off: {
      [bu(NEW_YEAR)]: '01-02',
      [TET]: '01-26 01-27 01-30 01-31 02-01',
      [HUNG]: '04-06',
      [LABOUR]: '05-01',
      [bu(VICTORY)]: '05-02',
      [bu(NATIONAL)]: '09-04',
    },
  },
  2018: {
    basis: 'partly_rule',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-14 02-15 02-16 02-19 02-20',
      [HUNG]: '04-25',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [bu(NATIONAL)]: '09-03',
    },
  },
  2019: {
    basis: 'announced',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-04 02-05 02-06 02-07 02-08',
      [bu(HUNG)]: '04-15',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-02',
    },
  },
  2020: {
    basis: 'announced',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '01-23 01-24 01-27 01-28 01-29',
      [HUNG]: '04-02',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-02',
    },
  },
  2021: {
    basis: 'partly_rule',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-10 02-11 02-12 02-15 02-16',
      [HUNG]: '04-21',
      [VICTORY]: '04-30',
      [bu(LABOUR)]: '05-03',
      [NATIONAL]: '09-02 09-03',
    },
  },
  2022: {
    basis: 'announced',
    off: {
      [bu(NEW_YEAR)]: '01-03',
      [TET]: '01-31 02-01 02-02 02-03 02-04',
      [bu(HUNG)]: '04-11',
      [bu(VICTORY)]: '05-02',
      [bu(LABOUR)]: '05-03',
      [NATIONAL]: '09-01 09-02',
    },
  },
  2023: {
    basis: 'announced',
    off: {
      [bu(NEW_YEAR)]: '01-02',
      [TET]: '01-20 01-23 01-24 01-25 01-26',
      [LABOUR]: '05-01',
      [bu(HUNG)]: '05-02',
      [bu(VICTORY)]: '05-03',
      [NATIONAL]: '09-01',
      [bu(NATIONAL)]: '09-04',
    },
  },
  2024: {
    basis: 'announced',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-08 02-09 02-12 02-13 02-14',
      [HUNG]: '04-18',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-02 09-03',
    },
  },
  2025: {
    basis: 'announced',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '01-27 01-28 01-29 01-30 01-31',
      [HUNG]: '04-07',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-01 09-02',
    },
  },
  2026: {
    basis: 'announced',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-16 02-17 02-18 02-19 02-20',
      [bu(HUNG)]: '04-27',
      [VICTORY]: '04-30',
      [LABOUR]: '05-01',
      [NATIONAL]: '09-01 09-02',
      [CULTURE]: '11-24',
    },
  },
  2027: {
    basis: 'rule',
    off: {
      [NEW_YEAR]: '01-01',
      [TET]: '02-04 02-05 02-08 02-09 02-10',
      [HUNG]: '04-16',
      [VICTORY]: '04-30',
      [bu(LABOUR)]: '05-03',
      [NATIONAL]: '09-02 09-03',
      [CULTURE]: '11-24',
    },
  },
}

/** Every weekday off in exchange for a Saturday worked. The first lies in a year without table. */
export const swaps: readonly Swap[] = [
  { off: '2012-12-31', worked: '2013-01-05' },
  { off: '2013-02-15', worked: '2013-02-23' },
  { off: '2013-04-29', worked: '2013-05-04' },
  { off: '2014-01-28', worked: '2014-01-25' },
  { off: '2014-02-05', worked: '2014-02-08' },
  { off: '2014-05-02', worked: '2014-04-26' },
  { off: '2014-09-01', worked: '2014-09-06' },
  { off: '2015-01-02', worked: '2014-12-27' },
  { off: '2015-02-16', worked: '2015-02-14' },
  { off: '2015-04-29', worked: '2015-04-25' },
  { off: '2018-12-31', worked: '2019-01-05' },
  { off: '2019-04-29', worked: '2019-05-04' },
  { off: '2024-04-29', worked: '2024-05-04' },
  { off: '2025-05-02', worked: '2025-04-26' },
  { off: '2026-01-02', worked: '2026-01-10' },
]

/** Whether `year` has a table of its own here. */
export function hasOfficialYear(year: number): boolean {
  return officialYears[year] !== undefined
}

/** Weekdays off of an official year and their names, swaps apart. Empty without a table. */
export function officialDaysOff(year: number): { date: CivilDate; name: string }[] {
  return Object.entries(officialYears[year]?.off ?? {}).flatMap(([name, days]) =>
    days.split(' ').map((day) => ({ date: `${year}-${day}`, name })),
  )
}

/** The swaps whose day off or whose worked Saturday lies in `year`. */
export function swapsOf(year: number): Swap[] {
  return swaps.filter(({ off, worked }) => yearOf(off) === year || yearOf(worked) === year)
}
