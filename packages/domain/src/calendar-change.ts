/*
 * R2, how the working calendar is changed. The office sets a day, or a whole year as it was
 * announced, each with a reason. A Saturday or Sunday is `make_up` when it is worked in exchange for
 * another day (ngày làm bù); from Monday to Friday a day that is worked is `working`, whatever it is
 * worked for, since the weekly day of rest alone can be exchanged. What is not as its weekday says
 * has a name by which people know it. No change may leave a day without a working day in the next 60.
 */
import { baseCalendar } from './base-calendar.ts'
import { findIndex, indexOf, LONGEST_WAIT_DAYS, OFF } from './calendar-index.ts'
import { addDays, type CivilDate, weekdayOf, yearOf } from './civil-date.ts'
import { isBlank } from './document-checks.ts'
import { checkReason } from './report-entry.ts'
import { type RuleBreach, RuleViolation } from './rule-violation.ts'
import type { CalendarDay, DayKind, WorkCalendar } from './work-calendar.ts'

/** A day as somebody wants it to be. */
export interface DayEdit {
  date: CivilDate
  kind: DayKind
  name?: string | null
  reason?: string | null
}

/** What a day is when nobody says anything else. */
export function kindByWeekday(date: CivilDate): DayKind {
  return weekdayOf(date) > 5 ? 'off' : 'working'
}

/** Every rule a day breaks by itself: `make-up-on-weekday`, `day-name-required`. */
export function checkDay({ date, kind, name }: Omit<DayEdit, 'reason'>): RuleBreach[] {
  if (kind === 'make_up' && kindByWeekday(date) === 'working') {
    return [{ code: 'make-up-on-weekday', pointer: '/kind' }]
  }
  const named = kind === kindByWeekday(date) || !isBlank(name)
  return named ? [] : [{ code: 'day-name-required', pointer: '/name' }]
}

/** Every rule the edit of a day breaks: those of the day, `outside-calendar`, `reason-required`. */
export function checkDayEdit(edit: DayEdit): RuleBreach[] {
  const reason = checkReason(edit.reason)
  return findIndex(edit.date) < 0
    ? [{ code: 'outside-calendar', pointer: '/date', params: { date: edit.date } }, ...reason]
    : [...checkDay(edit), ...reason]
}

/** What the edit of a day changes: that day, or nothing when it is so already. */
export function daysOfEdit(calendar: WorkCalendar, { date, kind, name }: DayEdit): CalendarDay[] {
  return differing(calendar, [{ date, kind, name: name?.trim() ?? '' }])
}

/**
 * What changes when a year is to be as announced: the days given, and every other one of that year
 * as its weekday says (a holiday on a weekend keeps its name). Only days that differ.
 */
export function daysOfYear(
  calendar: WorkCalendar,
  year: number,
  announced: readonly CalendarDay[],
): CalendarDay[] {
  const given = new Map(announced.map((day) => [day.date, day]))
  const days: CalendarDay[] = []
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) {
    days.push(given.get(date) ?? plainDay(date))
  }
  return differing(calendar, days)
}

/** Throws `no-working-day` when a changed day now lies among too many days off in a row. */
export function assertWorkingDays(changed: WorkCalendar, days: readonly CalendarDay[]): void {
  for (const { date, kind } of days) {
    if (kind !== 'off') continue
    const isOff = (day: CivilDate) => changed.knows(day) && !changed.isWorkingDay(day)
    let inARow = 1
    for (let day = addDays(date, -1); isOff(day) && inARow < LONGEST_WAIT_DAYS; inARow++) {
      day = addDays(day, -1)
    }
    for (let day = addDays(date, 1); isOff(day) && inARow < LONGEST_WAIT_DAYS; inARow++) {
      day = addDays(day, 1)
    }
    if (inARow < LONGEST_WAIT_DAYS) continue
    throw new RuleViolation('no-working-day', { date, days: LONGEST_WAIT_DAYS })
  }
}

function plainDay(date: CivilDate): CalendarDay {
  const kind = kindByWeekday(date)
  const { kinds, names } = baseCalendar()
  const at = indexOf(date)
  const holiday = kind === 'off' && kinds[at] === OFF ? names.get(at) : undefined
  return { date, kind, name: holiday ?? '' }
}

function differing(calendar: WorkCalendar, days: CalendarDay[]): CalendarDay[] {
  return days.filter((wanted) => {
    const { kind, name } = calendar.dayOf(wanted.date)
    return wanted.kind !== kind || wanted.name !== (name ?? '')
  })
}
