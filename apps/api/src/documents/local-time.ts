import { civilDateAt, secondOfDayAt } from '@dunghan/domain'

/** `2026-12-05 15:20:00`, in Việt Nam. */
export function localTime(instant: Date): string {
  const second = secondOfDayAt(instant)
  const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  return `${civilDateAt(instant)} ${time.map((part) => String(part).padStart(2, '0')).join(':')}`
}
