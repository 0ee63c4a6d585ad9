/*
 * R2, a year's calendar as it comes in a file: its weekdays off and its make-up days, one a row. All
 * of it is taken or nothing, so every row is looked at and each that cannot stand is named.
 */
import { checkDay } from './calendar-change.ts'
import { type CivilDate, yearOf } from './civil-date.ts'
import type { CalendarDay, DayKind } from './work-calendar.ts'

/** A row as read: null where what was written is no date, or no kind of day. */
export interface CalendarRow {
  line: number
  date: CivilDate | null
  kind: DayKind | null
  name: string
}

export const calendarRowFaults = [
  'wrong-date',
  'other-year',
  'wrong-kind',
  'date-twice',
  'make-up-on-weekday',
  'name-missing',
] as const

export type CalendarRowFaultCode = (typeof calendarRowFaults)[number]

export interface CalendarRowFault {
  line: number
  code: CalendarRowFaultCode
  params: Record<string, string | number>
}

/** The days of a file, or what is wrong with it, row by row; of several faults of a row the first. */
export function readCalendarRows(
  year: number,
  rows: readonly CalendarRow[],
): { days: CalendarDay[]; faults: CalendarRowFault[] } {
  const lines = new Map<CivilDate, number>()
  const days: CalendarDay[] = []
  const faults: CalendarRowFault[] = []
  for (const { line, date, kind, name } of rows) {
    const refuse = (code: CalendarRowFaultCode, params: CalendarRowFault['params'] = {}) =>
      faults.push({ line, code, params })
    if (date === null) refuse('wrong-date')
    else if (yearOf(date) !== year) refuse('other-year', { year })
    else if (kind === null) refuse('wrong-kind')
    else if (lines.has(date)) refuse('date-twice', { first: lines.get(date) as number })
    else {
      const [breach] = checkDay({ date, kind, name })
      if (breach)
        refuse(breach.code === 'day-name-required' ? 'name-missing' : 'make-up-on-weekday')
      else days.push({ date, kind, name: name.trim() })
    }
    if (date !== null && !lines.has(date)) lines.set(date, line)
  }
  return { days, faults }
}
