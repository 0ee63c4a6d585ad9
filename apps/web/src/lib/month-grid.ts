import { addDays, type CivilDate, monthOf, weekdayName, weekdayOf } from '@dunghan/domain'
import { currentLanguage } from './language.ts'

/** The seven days of the week a day lies in, from Monday. */
export const weekOf = (date: CivilDate): CivilDate[] =>
  Array.from({ length: 7 }, (_, i) => addDays(date, i + 1 - weekdayOf(date)))

/** The weeks of a month, each whole: the first and last may hold days of its neighbours. */
export function weeksOf(first: CivilDate): CivilDate[][] {
  const weeks: CivilDate[][] = []
  for (let day = first; monthOf(day) === monthOf(first); day = addDays(weekOf(day)[6] ?? day, 1)) {
    weeks.push(weekOf(day))
  }
  return weeks
}

/** The first day of the month `by` months after that of `date`. */
export function monthAfter(date: CivilDate, by: number): CivilDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + by
  const year = String(Math.floor(months / 12)).padStart(4, '0')
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** `T2` … `CN`, `Mo` … `Su`. */
export function shortWeekday(date: CivilDate): string {
  const weekday = weekdayOf(date)
  if (currentLanguage() === 'en') return weekdayName(date, 'en').slice(0, 2)
  return weekday === 7 ? 'CN' : `T${weekday + 1}`
}
