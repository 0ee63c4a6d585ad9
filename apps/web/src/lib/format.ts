import { civilDateAt, formatCivilDate, secondOfDayAt } from '@dunghan/domain'
import { getLocale } from '../paraglide/runtime.js'

export { formatCivilDate }

/** `null` on screen: nothing is known, which is neither 0 nor 100 %. */
export const NOTHING = '–'

const two = (value: number) => String(value).padStart(2, '0')

/** `20/11/2026 15:20`, always the time in Việt Nam. */
export function formatInstant(instant: string): string {
  return `${formatInstantDate(instant)} ${formatInstantTime(instant)}`
}

/** `20/11/2026`: the day in Việt Nam. */
export function formatInstantDate(instant: string): string {
  return formatCivilDate(civilDateAt(new Date(instant)))
}

/** `15:20`, 24 hours, in Việt Nam. */
export function formatInstantTime(instant: string): string {
  const minutes = Math.floor(secondOfDayAt(new Date(instant)) / 60)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const numberFormats = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }

/** `21.914` in Vietnamese, `21,914` in English. */
export function formatNumber(value: number): string {
  return numberFormats[getLocale()].format(value)
}

/** A share of 0–1 as `87,5 %`; null is not a number and is not shown as one. */
export function formatShare(share: number | null): string {
  if (share === null) return NOTHING
  const rounded = Math.round(share * 1000) / 10
  // 100 % is said only of all, 0 % only of none.
  const percent = share > 0 && share < 1 ? Math.min(99.9, Math.max(0.1, rounded)) : rounded
  return `${formatNumber(percent)} %`.replace(' ', '\u00a0')
}

/** `1,4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kib = bytes / 1024
  if (kib < 1024) return `${formatNumber(Math.round(kib))} KB`
  return `${formatNumber(Math.round((kib / 1024) * 10) / 10)} MB`
}
