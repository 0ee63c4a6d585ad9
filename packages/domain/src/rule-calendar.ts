/*
 * The public holidays the law fixes, for any year from 2000 to 2060. Used for the years that have
 * no official calendar, and to name the holidays that fall on a weekend.
 *
 * Labour Code 2019 art. 112 (before it, Labour Codes 1994 art. 73 and 2012 art. 115), for the
 * public sector:
 * - 1/1, 30/4, 1/5 and Tết; Giỗ Tổ (10/3 lunar) since 2007; 24/11 since 2026 (Resolution
 *   28/2026/QH16).
 * - Tết is four days up to 2013 (the last of the old year and the first three of the new) and
 *   five since 2014. How the five lie is announced each year; the two last and three first days
 *   give every calendar announced from 2014 to 2026, so that is what is assumed here.
 * - Quốc khánh is 2/9, since 2021 with a day next to it: 1/9, but 3/9 when 2/9 is a Monday, a
 *   Thursday or a Sunday, whichever joins the weekend. That too is as announced so far.
 * - A holiday on a Saturday or Sunday is made up for on the next working day.
 * Swaps with a Saturday are never assumed: they exist only when announced.
 */
import { type CivilDate, civilDateOf, dayNumber, weekdayOfDay } from './civil-date.ts'
import { lunarYear } from './lunar-dates.ts'

/** A holiday on whatever weekday, or the day off that makes up for one. */
export interface Holiday {
  date: CivilDate
  name: string
}

/** Holidays and compensatory days of `year`, in order of date; weekends among them too. */
export function legalHolidays(year: number): Holiday[] {
  const names = new Map<number, string>()
  for (const { date, name } of fixedHolidays(year)) names.set(dayNumber(date), name)
  for (const [day, name] of [...names].sort(byDay)) {
    if (weekdayOfDay(day) < 6) continue
    let free = day + 1
    while (weekdayOfDay(free) > 5 || names.has(free)) free++
    names.set(free, `Nghỉ bù ${name}`)
  }
  return [...names].sort(byDay).map(([day, name]) => ({ date: civilDateOf(day), name }))
}

/** The weekdays off of `year` by the law alone: {@link legalHolidays} without the weekends. */
export function ruleDaysOff(year: number): Holiday[] {
  return legalHolidays(year).filter(({ date }) => weekdayOfDay(dayNumber(date)) < 6)
}

function fixedHolidays(year: number): Holiday[] {
  const lunar = lunarYear(year)
  return [
    { date: `${year}-01-01`, name: 'Tết Dương lịch' },
    ...tet(year, lunar.tet),
    ...since(2007, year, [{ date: lunar.hungKings, name: 'Giỗ Tổ Hùng Vương' }]),
    { date: `${year}-04-30`, name: 'Ngày Chiến thắng' },
    { date: `${year}-05-01`, name: 'Ngày Quốc tế lao động' },
    { date: `${year}-09-02`, name: 'Quốc khánh' },
    ...since(2021, year, [{ date: besideNationalDay(year), name: 'Quốc khánh' }]),
    ...since(2026, year, [{ date: `${year}-11-24`, name: 'Ngày Văn hóa Việt Nam' }]),
  ]
}

function tet(year: number, newYear: CivilDate): Holiday[] {
  const first = dayNumber(newYear)
  const daysBefore = year >= 2014 ? [-2, -1] : [-1]
  return [...daysBefore, 0, 1, 2].map((offset) => ({
    date: civilDateOf(first + offset),
    name: 'Tết Nguyên đán',
  }))
}

function besideNationalDay(year: number): CivilDate {
  const nationalDay = dayNumber(`${year}-09-02`)
  const after = [1, 4, 7].includes(weekdayOfDay(nationalDay))
  return civilDateOf(nationalDay + (after ? 1 : -1))
}

function since(from: number, year: number, holidays: Holiday[]): Holiday[] {
  return year >= from ? holidays : []
}

function byDay([a]: [number, string], [b]: [number, string]): number {
  return a - b
}
