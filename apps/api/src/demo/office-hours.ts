import {
  type CivilDate,
  civilDateAt,
  instantAt,
  millisecondOfDayAt,
  type WorkCalendar,
} from '@dunghan/domain'
import type { Random } from './random.ts'

const hour = 60
const threePm = 15 * hour

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** `HH:mm` of a minute of the day. */
export const timeOfDay = (minute: number) =>
  `${twoDigits(Math.floor(minute / hour))}:${twoDigits(minute % hour)}`

/** The instant of a minute of a day, at some second of it. */
export function instantIn(random: Random, day: CivilDate, minute: number): Date {
  return instantAt(day, `${timeOfDay(minute)}:${twoDigits(random.int(0, 59))}`)
}

export const minuteAt = (instant: Date) => Math.floor(millisecondOfDayAt(instant) / 60_000)

/** A minute at which people are at their desks: mornings most, after three sometimes, evenings rarely. */
export function deskMinute(random: Random): number {
  switch (random.weighted({ morning: 50, afternoon: 30, afterThree: 16, evening: 4 })) {
    case 'morning':
      return random.int(7 * hour + 15, 11 * hour + 20)
    case 'afternoon':
      return random.int(13 * hour + 30, threePm)
    case 'afterThree':
      return random.int(threePm + 1, 16 * hour + 55)
    default:
      return random.int(17 * hour, 21 * hour + 30)
  }
}

/** Some desk minute later on the same day, else one of the next working day. */
export function soonAfter(random: Random, calendar: WorkCalendar, after: Date): Date {
  const day = civilDateAt(after)
  const from = minuteAt(after) + random.int(4, 90)
  if (calendar.isWorkingDay(day) && from < 16 * hour + 50) return instantIn(random, day, from)
  return instantIn(random, calendar.nextWorkingDay(day), random.int(7 * hour + 20, 10 * hour))
}

/** `at`, unless it is not after `before`: then soon after that. */
export function atLeast(random: Random, calendar: WorkCalendar, at: Date, before: Date): Date {
  return at > before ? at : soonAfter(random, calendar, before)
}
