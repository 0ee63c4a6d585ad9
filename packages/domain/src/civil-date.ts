/*
 * Civil dates and instants.
 *
 * A deadline in the regulation is a day on the wall calendar of the province (Đ6.3a: "ngày,
 * tháng, năm kết thúc thời hạn"), so it is kept as that day and not as an instant. Việt Nam has
 * been on UTC+7 without daylight saving since 1975: a fixed offset is exact, and makes every
 * answer the same whatever the time zone of the machine.
 */

/** A day in Việt Nam, `YYYY-MM-DD`. */
export type CivilDate = string

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000
const CIVIL_DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/

/** `text` as a civil date when it names a real day of the years 1900–2199, else null. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = CIVIL_DATE.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (year < 1900 || year > 2199) return null
  // A day that does not exist (30 February) comes back from the day number as another one.
  return Number(match[2]) >= 1 && civilDateOf(dayNumber(text)) === text ? text : null
}

/** Whether `value` is a civil date as {@link parseCivilDate} accepts it. */
export function isCivilDate(value: unknown): value is CivilDate {
  return typeof value === 'string' && parseCivilDate(value) !== null
}

/** Days since 1970-01-01 (negative before). `date` must be a real civil date. */
export function dayNumber(date: CivilDate): number {
  const month = digits(date, 5, 2)
  // Counting years from March puts the leap day last, so month lengths need no table.
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0)
  const monthFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + digits(date, 8, 2) - 1
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leaps + dayOfYear - 719_468
}

/** The civil date of a day number: the reverse of {@link dayNumber}. */
export function civilDateOf(day: number): CivilDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/** `date` moved by `days` calendar days, backwards when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOf(dayNumber(date) + days)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: CivilDate): Weekday {
  return weekdayOfDay(dayNumber(date))
}

/** The day of the week of a day number. */
export function weekdayOfDay(day: number): Weekday {
  // Day 0, 1 January 1970, was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The civil date in Việt Nam at an instant. */
export function civilDateAt(instant: Date): CivilDate {
  return civilDateOf(Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS))
}

/** Milliseconds since midnight in Việt Nam at an instant, 0 to 86,399,999. */
export function millisecondOfDayAt(instant: Date): number {
  return (((instant.getTime() + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS
}

/** Whole seconds since midnight in Việt Nam at an instant, 0 to 86,399. */
export function secondOfDayAt(instant: Date): number {
  return Math.floor(millisecondOfDayAt(instant) / 1000)
}

/** The first instant of a day: 00:00 in Việt Nam. */
export function startOfDay(date: CivilDate): Date {
  return new Date(dayNumber(date) * DAY_MS - OFFSET_MS)
}

/** 24:00 of a day in Việt Nam: the first instant after it. */
export function endOfDay(date: CivilDate): Date {
  return new Date((dayNumber(date) + 1) * DAY_MS - OFFSET_MS)
}

/**
 * The instant of a local time of day, `HH:mm` or `HH:mm:ss`, on a day in Việt Nam.
 * Throws RangeError when `time` is not such a time.
 */
export function instantAt(date: CivilDate, time: string): Date {
  const match = TIME_OF_DAY.exec(time)
  if (!match) throw new RangeError(`not a time of day: ${time}`)
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)
  return new Date(startOfDay(date).getTime() + seconds * 1000)
}

/** The four digits of the year as a number. */
export function yearOf(date: CivilDate): number {
  return digits(date, 0, 4)
}

/** The month a day is in: `YYYY-MM`. */
export function monthOf(date: CivilDate): string {
  return date.slice(0, 7)
}

/** The quarter a day is in: `2026-Q1`. */
export function quarterOf(date: CivilDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(digits(date, 5, 2) / 3)}`
}

function digits(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) value = value * 10 + text.charCodeAt(i) - 48
  return value
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
