import { type CivilDate, civilDateAt, secondOfDayAt, weekdayName } from '@dunghan/domain'
import { formatCivilDate } from './format.ts'
import { currentLanguage } from './language.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** `thứ Tư 03/09/2025`: a date as a record tells it. */
export function spokenDate(date: CivilDate): string {
  return `${weekdayName(date, currentLanguage())} ${formatCivilDate(date)}`
}

/** `thứ Tư 03/09/2025 08:18:59`: an instant to the second, in Việt Nam. */
export function exactInstant(instant: string): string {
  const at = new Date(instant)
  const second = secondOfDayAt(at)
  const time = [second / 3600, (second / 60) % 60, second % 60].map((part) => two(Math.floor(part)))
  return `${spokenDate(civilDateAt(at))} ${time.join(':')}`
}
