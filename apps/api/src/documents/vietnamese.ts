/*
 * How numbers, days and instants stand in a Vietnamese document. The interface may be in English;
 * what is printed is in the language of the office's papers.
 */
import { type CivilDate, civilDateAt, endOfDay, formatOfficialDate } from '@dunghan/domain'
import { localTime } from './local-time.ts'

const whole = new Intl.NumberFormat('vi-VN')
const tenths = new Intl.NumberFormat('vi-VN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** `1.234`. */
export const numberText = (value: number) => whole.format(value)

/** A part of one in per cent, without the sign: `87,5`; a dash where there is nothing to divide by. */
export const percentText = (value: number | null) =>
  value === null ? '–' : tenths.format(value * 100)

/** `tháng 02 năm 2026`, `tháng 10 năm 2026`. */
export const monthText = (month: string) =>
  formatOfficialDate(`${month}-01`).slice('ngày 01 '.length)

/** `từ ngày 01 tháng 10 năm 2026 đến ngày 15 tháng 11 năm 2026`. */
export const periodText = (from: CivilDate, to: CivilDate) =>
  `từ ${formatOfficialDate(from)} đến ${formatOfficialDate(to)}`

/** `hết ngày 31 tháng 10 năm 2026`, or with the time: `09 giờ 00 phút, ngày 23 tháng 11 năm 2026`. */
export function untilText(at: Date): string {
  const date = civilDateAt(at)
  if (at.getTime() === endOfDay(date).getTime() - 1) return `hết ${formatOfficialDate(date)}`
  const [hour, minute] = (localTime(at).split(' ')[1] ?? '').split(':')
  return `${hour} giờ ${minute} phút, ${formatOfficialDate(date)}`
}
