import {
  addDays,
  type CivilDate,
  type DayKind,
  daysBetween,
  foldText,
  parseCivilDate,
} from '@dunghan/domain'
import ICAL from 'ical.js'
import type { RefusedAt } from '../../refusal.ts'
import { type ReadFile, refusedRow } from './read-file.ts'

/** No holiday is longer; one that is would be a mistake, or an attack. */
const mostDays = 60

/**
 * Reads the all-day events of an iCalendar file (RFC 5545). One that lasts several days is each of
 * them: `DTEND` is the first day after it. `SUMMARY` is the name. What a day is, `CATEGORIES` says,
 * else the summary when it begins with “làm bù” or “make-up”; else it is a day off.
 */
export function readCalendarIcs(content: string): ReadFile {
  const events = eventsIn(content)
  if (!events) {
    return { rows: [], errors: [{ pointer: '/content', reason: 'calendar-not-ics' }] }
  }
  const lines = linesOfEvents(content)
  const read: ReadFile = { rows: [], errors: [] }
  for (const [i, event] of events.entries()) {
    const line = lines[i] ?? 1
    if (foldText(text(event, 'status')) === 'cancelled') continue
    const span = spanOf(event)
    if (typeof span === 'string') {
      read.errors.push(refusedRow(line, span))
      continue
    }
    const name = text(event, 'summary')
    const kind = kindOf(categoriesOf(event), name)
    const count = daysBetween(span.first, span.end)
    for (let day = 0; day < count; day++) {
      read.rows.push({ line, date: addDays(span.first, day), kind, name })
    }
  }
  return read
}

/** Null when it is no calendar at all. */
function eventsIn(content: string): ICAL.Component[] | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(content.replace(/^\uFEFF/, '').trim()))
    return calendar.name === 'vcalendar' ? calendar.getAllSubcomponents('vevent') : null
  } catch {
    return null
  }
}

function linesOfEvents(content: string): number[] {
  const lines = content.split(/\r\n|\r|\n/)
  return lines.flatMap((line, i) => (/^\s*BEGIN:VEVENT\s*$/i.test(line) ? [i + 1] : []))
}

function spanOf(event: ICAL.Component): { first: CivilDate; end: CivilDate } | RefusedAt['reason'] {
  if (event.hasProperty('rrule') || event.hasProperty('rdate')) return 'event-repeats'
  const start = event.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time)) return 'row-wrong-date'
  if (!start.isDate) return 'event-not-all-day'
  const first = dateOf(start)
  const end = endOf(event, start)
  if (!first || !end) return 'row-wrong-date'
  const days = daysBetween(first, end)
  return days < 1 || days > mostDays ? 'event-too-long' : { first, end }
}

/** The first day after it. */
function endOf(event: ICAL.Component, start: ICAL.Time): CivilDate | null {
  const given = event.getFirstPropertyValue('dtend')
  if (given instanceof ICAL.Time) return dateOf(given)
  const first = dateOf(start)
  const lasts = event.getFirstPropertyValue('duration')
  const days = lasts instanceof ICAL.Duration ? Math.ceil(lasts.toSeconds() / 86_400) : 1
  return first && Number.isSafeInteger(days) && Math.abs(days) < 1000 ? addDays(first, days) : null
}

function dateOf({ year, month, day }: ICAL.Time): CivilDate | null {
  const two = (value: number) => String(value).padStart(2, '0')
  return parseCivilDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)
}

function kindOf(categories: string[], name: string): DayKind {
  if (categories.some((word) => /^(ngay )?lam bu$|^make[-_ ]?up/.test(word))) return 'make_up'
  if (categories.some((word) => /^(ngay )?lam viec$|^working/.test(word))) return 'working'
  if (categories.some((word) => /^(ngay )?nghi|^(day )?off$|holiday/.test(word))) return 'off'
  return /^((ngay|di) )?lam bu\b|^make[- ]?up\b/.test(foldText(name)) ? 'make_up' : 'off'
}

function categoriesOf(event: ICAL.Component): string[] {
  return event
    .getAllProperties('categories')
    .flatMap((property) => property.getValues())
    .map((value) => foldText(String(value)).trim())
}

function text(event: ICAL.Component, property: string): string {
  const value = event.getFirstPropertyValue(property)
  return typeof value === 'string' ? value : ''
}
