/*
 * R3 Effective due date (Civil Code 2015, art. 148.5). A term that ends on a day off ends at the
 * end of the next working day instead.
 */
import { addDays, type CivilDate, civilDateOf, dayNumber, yearOf } from './civil-date.ts'
import { weekdayName } from './civil-date-text.ts'
import type { DayKind, WorkCalendar } from './work-calendar.ts'

/** One day as an explanation shows it; a plain weekend is named by its weekday. */
export interface ExplainedDay {
  date: CivilDate
  kind: DayKind
  name: string | null
}

/** A day on the way, with its number among the working days; null on a day off. */
export interface CountedDay extends ExplainedDay {
  number: number | null
}

export interface DueDateExplanation {
  dueOn: CivilDate
  effectiveDueOn: CivilDate
  /** Whether the due date fell on a day off. */
  moved: boolean
  /** The days off from `dueOn` until before `effectiveDueOn`; empty unless moved. */
  skipped: ExplainedDay[]
  /** Working days after `from` up to and including `effectiveDueOn`; negative when it is past. */
  workingDays: number
  /** Each day after `from` up to and including `effectiveDueOn`, at most the first 366. */
  days: CountedDay[]
  /** How many days after those listed lie before it, or are it. */
  unlisted: number
  /** The years of both dates whose days off follow from the law alone. */
  provisionalYears: number[]
}

const MOST_DAYS_LISTED = 366

/** `dueOn` when it is a working day, else the next one. Throws `outside-calendar`, `no-working-day`. */
export function effectiveDueOn(calendar: WorkCalendar, dueOn: CivilDate): CivilDate {
  return calendar.firstWorkingDayFrom(dueOn)
}

/**
 * How an effective due date comes about, counted from the day `from` (the day of issue, or today).
 * Throws `outside-calendar`, `no-working-day`.
 */
export function explainDueDate(
  calendar: WorkCalendar,
  { dueOn, from }: { dueOn: CivilDate; from: CivilDate },
): DueDateExplanation {
  const effective = effectiveDueOn(calendar, dueOn)
  const last = dayNumber(effective)
  const lastListed = Math.min(last, dayNumber(from) + MOST_DAYS_LISTED)
  const years = new Set([yearOf(dueOn), yearOf(effective)])
  return {
    dueOn,
    effectiveDueOn: effective,
    moved: effective !== dueOn,
    skipped: explainDays(calendar, dueOn, addDays(effective, -1)),
    workingDays: calendar.workingDaysBetween(from, effective),
    days: countDays(explainDays(calendar, addDays(from, 1), civilDateOf(lastListed))),
    unlisted: last - lastListed,
    provisionalYears: [...years].filter((year) => calendar.basisOf(year) === 'rule'),
  }
}

/**
 * Working days left: those after `today` up to and including the effective due date, 0 on the day
 * itself. Once it is past, minus the days late a report sent today would be (R4): -1 or less.
 * Throws `outside-calendar`.
 */
export function workingDaysLeft(
  calendar: WorkCalendar,
  today: CivilDate,
  effectiveDueOn: CivilDate,
): number {
  const days = calendar.workingDaysBetween(today, effectiveDueOn)
  return today > effectiveDueOn ? Math.min(days, -1) : days
}

function explainDays(calendar: WorkCalendar, first: CivilDate, last: CivilDate): ExplainedDay[] {
  const days: ExplainedDay[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const { kind, name } = calendar.dayOf(date)
    days.push({ date, kind, name: name ?? (kind === 'off' ? weekendName(date) : null) })
  }
  return days
}

function countDays(days: ExplainedDay[]): CountedDay[] {
  let count = 0
  return days.map((day) => ({ ...day, number: day.kind === 'off' ? null : ++count }))
}

function weekendName(date: CivilDate): string {
  const name = weekdayName(date, 'vi')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
