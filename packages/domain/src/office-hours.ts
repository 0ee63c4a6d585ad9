/*
 * Office hours: when the product may turn to people by itself, by mail or by a reminder. From 7:00
 * to 17:30 of working days; the regulation counts in working days and is silent about hours.
 */
import {
  addDays,
  type CivilDate,
  civilDateAt,
  instantAt,
  millisecondOfDayAt,
  startOfDay,
} from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

const OPENING = '07:00'
/** For how many working days something is news to who reads it by mail. */
const newsFor = 5
const opensAt = 7 * 3_600_000
const closesAt = 17.5 * 3_600_000

/** Whether an instant lies in office hours in Việt Nam. Throws `outside-calendar`. */
export function isOfficeTime(calendar: WorkCalendar, now: Date): boolean {
  const time = millisecondOfDayAt(now)
  return calendar.isWorkingDay(civilDateAt(now)) && time >= opensAt && time < closesAt
}

/**
 * `instant` when it lies in office hours, else the next opening. Throws `outside-calendar`,
 * `no-working-day`.
 */
export function officeTimeFrom(calendar: WorkCalendar, instant: Date): Date {
  if (isOfficeTime(calendar, instant)) return instant
  const day = civilDateAt(instant)
  const from: CivilDate = millisecondOfDayAt(instant) < opensAt ? day : addDays(day, 1)
  return instantAt(calendar.firstWorkingDayFrom(from), OPENING)
}

/**
 * Since when what was told is still news. Days off, on which nobody is written to, age nothing: what
 * is told before Tết is news after it. Throws `outside-calendar`.
 */
export function newsSince(calendar: WorkCalendar, now: Date): Date {
  const today = civilDateAt(now)
  const isNews = (day: CivilDate) => calendar.workingDaysBetween(day, today) <= newsFor
  let first = today
  while (isNews(addDays(first, -1))) first = addDays(first, -1)
  return startOfDay(first)
}
