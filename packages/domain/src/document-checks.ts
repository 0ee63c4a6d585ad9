/*
 * Checks that directives and reports share. Each gives the rules broken and leaves it to the
 * caller to throw, so that a form can show all of them at once.
 */
import { FIRST_YEAR, findIndex, LAST_YEAR } from './calendar-index.ts'
import { type CivilDate, civilDateAt, instantAt, parseCivilDate } from './civil-date.ts'
import type { RuleBreach } from './rule-violation.ts'

/** Number and symbol as typed; both are required where a document has them (Đ6.3a, Đ7.5b). */
export function checkNumber(document: {
  number?: string | null
  symbol?: string | null
}): RuleBreach[] {
  return (['number', 'symbol'] as const)
    .filter((field) => isBlank(document[field]))
    .map((field) => ({ code: 'number-required', pointer: `/${field}` }))
}

/** A document cannot have been issued later than now (R5); a date outside the calendar is named. */
export function checkIssued(
  document: { issuedOn: CivilDate; issuedTime?: string | null },
  now: Date,
  today: CivilDate = civilDateAt(now),
): RuleBreach[] {
  const { issuedOn, issuedTime } = document
  const outside = checkInCalendar(issuedOn, '/issuedOn')
  if (outside.length > 0) return outside
  if (issuedOn > today) {
    return [{ code: 'issued-in-future', pointer: '/issuedOn', params: { issuedOn, today } }]
  }
  if (issuedOn === today && issuedTime && instantAt(issuedOn, issuedTime) > now) {
    return [{ code: 'issued-in-future', pointer: '/issuedTime', params: { issuedOn, issuedTime } }]
  }
  return []
}

/** `outside-calendar` unless `date` is a real day that the working calendar reaches. */
export function checkInCalendar(date: CivilDate, pointer: string): RuleBreach[] {
  if (parseCivilDate(date) !== null && findIndex(date) >= 0) return []
  const params = { date, firstYear: FIRST_YEAR, lastYear: LAST_YEAR }
  return [{ code: 'outside-calendar', pointer, params }]
}

/** Whether nothing was written: missing, empty or white space alone. */
export function isBlank(text: string | null | undefined): boolean {
  return !text || text.trim() === ''
}
