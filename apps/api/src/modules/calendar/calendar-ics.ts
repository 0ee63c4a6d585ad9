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
  const start = event.getFirstProperty('dtstart')
  if (!start) return 'row-wrong-date'
  if (start.type !== 'date') return 'event-not-all-day'
  const first = dateOf(start)
  const end = first && endOf(event, first)
  if (!first || !end) return 'row-wrong-date'
  const days = daysBetween(first, end)
  return days < 1 || days > mostDays ? 'event-too-long' : { first, end }
}

/** The first day after it. */
function endOf(event: ICAL.Component, first: CivilDate): CivilDate | null {
  const given = event.getFirstProperty('dtend')
  if (given) return dateOf(given)
  const lasts = event.getFirstProperty('duration')
  const days = lasts ? daysOf(lasts) : 1
  return days !== null && Math.abs(days) < 1000 ? addDays(first, days) : null
}

/** As it is written: the library makes another day of one that does not exist. */
function dateOf(property: ICAL.Property): CivilDate | null {
  const written: unknown = property.jCal[3]
  return typeof written === 'string' ? parseCivilDate(written.slice(0, 10)) : null
}

/** Null where it cannot be read. */
function daysOf(duration: ICAL.Property): number | null {
  const written: unknown = duration.jCal[3]
  if (typeof written !== 'string' || !ICAL.Duration.isValueString(written)) return null
  try {
    const days = Math.ceil(ICAL.Duration.fromString(written).toSeconds() / 86_400)
    return Number.isSafeInteger(days) ? days : null
  } catch {
    return null
  }
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
    .flatMap(({ jCal }): unknown[] => jCal.slice(3))
    .map((value) => foldText(String(value)).trim())
}

function text(event: ICAL.Component, property: string): string {
  // As it is written: of a kind it should not have, the library may fail to read it.
  const value: unknown = event.getFirstProperty(property)?.jCal[3]
  return typeof value === 'string' ? value : ''
}
