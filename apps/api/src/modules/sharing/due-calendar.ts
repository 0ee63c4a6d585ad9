import { addDays, dayNumber, type Moment, shortText, statusOf } from '@dunghan/domain'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Language } from '../../context.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { pagePaths } from './public-addresses.ts'
import { taskLines, writable } from './sharing-text.ts'

/** How often a calendar may ask again. */
const refreshSeconds = 6 * 3600
const dayMs = 86_400_000

/**
 * Due dates as all-day events (RFC 5545), which belong to no time zone: none is ever named, and the
 * day is handed over as its midnight in UTC, by which the library writes it.
 */
export function dueCalendar(
  title: string,
  records: AssignmentRecord[],
  moment: Moment,
  { publicUrl, page, language }: { publicUrl: string; page: string; language: Language },
): string {
  const calendar = ical({
    name: writable(title),
    prodId: { company: 'dung-han', product: 'due-dates', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: publicUrl + page,
    ttl: refreshSeconds,
  })
  for (const record of records) {
    const status = statusOf(record, moment)
    const link = publicUrl + pagePaths.assignment(record.id)
    calendar.createEvent({
      id: record.id,
      sequence: record.version - 1,
      stamp: record.changedAt,
      created: record.assignedAt,
      lastModified: record.changedAt,
      allDay: true,
      start: midnightUtc(record.effectiveDueOn),
      end: midnightUtc(addDays(record.effectiveDueOn, 1)),
      // A due date keeps nobody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: writable(
        `${language === 'vi' ? 'Đến hạn' : 'Due'}: ${shortText(record.taskContent, 120)}`,
      ),
      description: writable(
        [record.taskContent, '', ...taskLines(record, status, language), link].join('\n'),
      ),
      url: link,
    })
  }
  return calendar.toString()
}

const midnightUtc = (date: string) => new Date(dayNumber(date) * dayMs)
