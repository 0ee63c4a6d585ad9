import type { CalendarYear, DueDateCount, DueDatePreview } from '@dunghan/contract'
import {
  assertNoBreach,
  type CivilDate,
  checkInCalendar,
  type DueDateExplanation,
  documentEntryDeadline,
  explainDueDate,
  RuleViolation,
  type WorkCalendar,
  yearsAwaitingCalendar,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'
import { explainInWords } from './due-date-texts.ts'

interface Question {
  dueOn: CivilDate
  issuedOn?: CivilDate | null
  issuedTime?: string | null
}

interface Asked {
  today: CivilDate
  language: Language
}

/**
 * How a due date comes about and how many working days it leaves, counted from the day of issue
 * or, without one, from `today`. Open to anyone: it knows of no order and of nobody.
 * @throws RuleViolation `outside-calendar`, `no-working-day`
 */
export function previewDueDate(
  calendar: WorkCalendar,
  question: Question,
  { today, language }: Asked,
): DueDatePreview {
  const from = question.issuedOn ?? today
  assertReached(question)
  const explained = explainDueDate(calendar, { dueOn: question.dueOn, from })
  return inWords(calendar, question, explained, language)
}

/** The same with every day on the way, as it was counted. */
export function countDueDate(
  calendar: WorkCalendar,
  question: Question,
  { today, language }: Asked,
): DueDateCount {
  const from = question.issuedOn ?? today
  assertReached(question)
  const explained = explainDueDate(calendar, { dueOn: question.dueOn, from })
  const { days, unlisted } = explained
  return { ...inWords(calendar, question, explained, language), from, days, unlisted }
}

/** Both days are named when both lie outside. */
function assertReached({ dueOn, issuedOn }: Question): void {
  assertNoBreach([
    ...checkInCalendar(dueOn, '/dueOn'),
    ...(issuedOn ? checkInCalendar(issuedOn, '/issuedOn') : []),
  ])
}

function inWords(
  calendar: WorkCalendar,
  { dueOn, issuedOn, issuedTime }: Question,
  explained: DueDateExplanation,
  language: Language,
): DueDatePreview {
  const deadline = issuedOn && documentEntryDeadline(calendar, { issuedOn, issuedTime })
  return {
    dueOn,
    effectiveDueOn: explained.effectiveDueOn,
    workingDays: explained.workingDays,
    entryDeadlineAt: deadline ? deadline.at.toISOString() : null,
    explanation: explainInWords(calendar, explained, language),
    provisionalYears: explained.provisionalYears,
  }
}

/**
 * The days of a year that are not what their weekday says, or that the office has set.
 * @throws RuleViolation `outside-calendar`
 */
export function calendarYear(
  calendar: WorkCalendar,
  year: number,
  today: CivilDate,
): Omit<CalendarYear, 'version' | 'announcement'> {
  const { firstYear, lastYear } = calendar
  if (year < firstYear || year > lastYear) {
    throw new RuleViolation('outside-calendar', { year, firstYear, lastYear }, '/year')
  }
  const awaitingYears = yearsAwaitingCalendar(calendar, today)
  return {
    year,
    basis: calendar.basisOf(year),
    days: calendar.daysOf(year),
    awaiting: awaitingYears.includes(year),
    awaitingYears,
  }
}
