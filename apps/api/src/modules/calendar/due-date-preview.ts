import type { CalendarYear, DueDatePreview, DueDatePreviewBody } from '@dunghan/contract'
import {
  type CivilDate,
  documentEntryDeadline,
  explainDueDate,
  RuleViolation,
  type WorkCalendar,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'
import { explainInWords } from './due-date-texts.ts'

/**
 * How a due date comes about and how many working days it leaves, counted from the day of issue
 * or, without one, from `today`. Open to anyone: it knows of no order and of nobody.
 * @throws RuleViolation `outside-calendar`, `no-working-day`
 */
export function previewDueDate(
  calendar: WorkCalendar,
  { dueOn, issuedOn, issuedTime }: DueDatePreviewBody,
  { today, language }: { today: CivilDate; language: Language },
): DueDatePreview {
  const explained = explainDueDate(calendar, { dueOn, from: issuedOn ?? today })
  const deadline = issuedOn && documentEntryDeadline(calendar, { issuedOn, issuedTime })
  return {
    dueOn,
    effectiveDueOn: explained.effectiveDueOn,
    workingDays: explained.workingDays,
    entryDeadlineAt: deadline ? deadline.at.toISOString() : null,
    explanation: explainInWords(calendar, explained, language),
  }
}

/**
 * The days of a year that are not what their weekday says, or that the office has set.
 * @throws RuleViolation `outside-calendar`
 */
export function calendarYear(calendar: WorkCalendar, year: number): CalendarYear {
  const { firstYear, lastYear } = calendar
  if (year < firstYear || year > lastYear) {
    throw new RuleViolation('outside-calendar', { year, firstYear, lastYear }, '/year')
  }
  return { year, basis: calendar.basisOf(year), days: calendar.daysOf(year) }
}
