import {
  type CivilDate,
  type DueDateExplanation,
  daysBetween,
  formatCivilDate,
  type WorkCalendar,
  weekdayName,
  yearOf,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'

/** A day or several in a row, off for the same reason. */
interface DaysOff {
  name: string
  first: CivilDate
  last: CivilDate
}

const texts = {
  vi: {
    on: (date: CivilDate) => `${weekdayName(date, 'vi')} ${formatCivilDate(date)}`,
    weekend: (date: CivilDate) => `${formatCivilDate(date)} là ${weekdayName(date, 'vi')}`,
    named: (date: CivilDate, name: string) =>
      `${formatCivilDate(date)} (${weekdayName(date, 'vi')}) là ngày nghỉ: ${name}`,
    makeUp: (date: CivilDate) => `${formatCivilDate(date)} là ${weekdayName(date, 'vi')} làm bù`,
    working: (date: CivilDate) =>
      `${formatCivilDate(date)} là ${weekdayName(date, 'vi')}, ngày làm việc`,
    effective: (day: string) => `hạn hiệu lực ${day}`,
    same: 'hạn hiệu lực đúng ngày này',
    passedOver: (days: string) => `qua ngày nghỉ ${days}`,
    notCounted: (days: string) => `không tính ngày nghỉ ${days}`,
    madeUp: (days: string) => `tính cả ngày làm bù ${days}`,
    byRule: (years: string) =>
      `lịch nghỉ năm ${years} mới tính theo luật, chưa có thông báo chính thức`,
  },
  en: {
    on: (date: CivilDate) => `${weekdayName(date, 'en')} ${formatCivilDate(date)}`,
    weekend: (date: CivilDate) => `${formatCivilDate(date)} is a ${weekdayName(date, 'en')}`,
    named: (date: CivilDate, name: string) =>
      `${formatCivilDate(date)} (${weekdayName(date, 'en')}) is a day off: ${name}`,
    makeUp: (date: CivilDate) =>
      `${formatCivilDate(date)} is a make-up working ${weekdayName(date, 'en')}`,
    working: (date: CivilDate) =>
      `${formatCivilDate(date)} is a ${weekdayName(date, 'en')}, a working day`,
    effective: (day: string) => `the effective due date is ${day}`,
    same: 'it is the effective due date itself',
    passedOver: (days: string) => `passing over ${days}`,
    notCounted: (days: string) => `not counting ${days}`,
    madeUp: (days: string) => `counting as worked ${days}`,
    byRule: (years: string) =>
      `the days off of ${years} follow from the law alone, none has been announced yet`,
  },
}

/**
 * A due date explained in one sentence: `20/12/2026 là Chủ nhật; hạn hiệu lực thứ Hai 21/12/2026`.
 * Names the holidays and make-up days on the way, and says where the calendar is only the law's.
 */
export function explainInWords(
  calendar: WorkCalendar,
  { dueOn, effectiveDueOn, moved, skipped, days }: DueDateExplanation,
  language: Language,
): string {
  const text = texts[language]
  const passed = namedDaysOff(calendar, skipped.slice(1))
  const counted = namedDaysOff(
    calendar,
    days.filter(({ date }) => date < dueOn),
  )
  const madeUp = days.filter(({ date, kind }) => kind === 'make_up' && date !== dueOn)
  const years = [...new Set([yearOf(dueOn), yearOf(effectiveDueOn)])]
  const byRule = years.filter((year) => calendar.basisOf(year) === 'rule')
  return [
    sayDueDay(calendar, dueOn, text),
    passed.length > 0 && text.passedOver(passed.map(sayDaysOff).join(', ')),
    moved ? text.effective(text.on(effectiveDueOn)) : text.same,
    counted.length > 0 && text.notCounted(counted.map(sayDaysOff).join(', ')),
    madeUp.length > 0 && text.madeUp(madeUp.map(({ date }) => text.on(date)).join(', ')),
    byRule.length > 0 && text.byRule(byRule.join(', ')),
  ]
    .filter(Boolean)
    .join('; ')
}

function sayDueDay(
  calendar: WorkCalendar,
  date: CivilDate,
  text: (typeof texts)[Language],
): string {
  const { kind, name } = calendar.dayOf(date)
  if (kind === 'off') return name === null ? text.weekend(date) : text.named(date, name)
  return kind === 'make_up' ? text.makeUp(date) : text.working(date)
}

/** Days off with a name of their own, those in a row under the same name together; no plain weekends. */
function namedDaysOff(calendar: WorkCalendar, days: { date: CivilDate }[]): DaysOff[] {
  const found: DaysOff[] = []
  for (const { date } of days) {
    const { kind, name } = calendar.dayOf(date)
    if (kind !== 'off' || name === null) continue
    const before = found.at(-1)
    if (before?.name === name && daysBetween(before.last, date) === 1) before.last = date
    else found.push({ name, first: date, last: date })
  }
  return found
}

function sayDaysOff({ name, first, last }: DaysOff): string {
  if (first === last) return `${formatCivilDate(first)} (${name})`
  const shortFirst =
    yearOf(first) === yearOf(last) ? formatCivilDate(first).slice(0, 5) : formatCivilDate(first)
  return `${shortFirst}–${formatCivilDate(last)} (${name})`
}
