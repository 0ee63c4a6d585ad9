/*
 * How a date is written for people. `Intl` does not know the official form of Nghị định
 * 30/2020/NĐ-CP: a leading zero for days below 10 and for months 1 and 2 alone.
 */
import { type CivilDate, weekdayOf } from './civil-date.ts'

const weekdayNames = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** `05/02/2026`. */
export function formatCivilDate(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** `ngày 05 tháng 02 năm 2026`, `ngày 20 tháng 7 năm 2026`: as an official document writes it. */
export function formatOfficialDate(date: CivilDate): string {
  const month = Number(date.slice(5, 7))
  const shown = month <= 2 ? `0${month}` : month
  return `ngày ${date.slice(8, 10)} tháng ${shown} năm ${date.slice(0, 4)}`
}

/** The name of the weekday, as it stands within a sentence: `thứ Hai`, `Chủ nhật`, `Monday`. */
export function weekdayName(date: CivilDate, language: 'vi' | 'en'): string {
  return weekdayNames[language][weekdayOf(date) - 1] as string
}
