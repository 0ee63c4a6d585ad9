import { type CivilDate, type DayKind, kindByWeekday, weekdayName } from '@dunghan/domain'
import { dayKindWords } from './calendar-terms.ts'
import { formatCivilDate } from './format.ts'
import { currentLanguage } from './language.ts'

/**
 * A day of the calendar as it is said: `thứ Hai 21/12/2026: ngày nghỉ, Nghỉ tránh bão`.
 * @param day what it is; without it, what its weekday says
 * @param write how the date is written
 */
export function spokenDay(
  date: CivilDate,
  day: { kind: DayKind; name: string } | undefined,
  write: (date: CivilDate) => string = formatCivilDate,
): string {
  const kind = dayKindWords[day?.kind ?? kindByWeekday(date)]()
  const said = [kind, day?.name].filter(Boolean).join(', ')
  return `${weekdayName(date, currentLanguage())} ${write(date)}: ${said}`
}

/** `1/2/2027`: with the day as it is written on its button, by which it can be asked for aloud. */
export function withoutZeros(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}/${month}/${year}`
}
