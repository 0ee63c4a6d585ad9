import { type CivilDate, civilDateAt, type DueDates } from '@dunghan/domain'
import type { Report } from '../../api/assignments.ts'
import type { Schema } from '../../api/types.ts'
import { formatDeadline } from '../../lib/deadline.ts'
import { spokenDate } from '../../lib/spoken-date.ts'
import { timelinessWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { lateBy } from '../../ui/timeliness-badge.tsx'

type Event = Schema<'HistoryEvent'>

/** The dates that held once an event had happened; null before the first event told them. */
export type DatesThen = DueDates | null

/** The dates in force at each event, in the order of the events. */
export function datesThrough(events: readonly Event[]): DatesThen[] {
  let dates: DatesThen = null
  return events.map(({ after }) => {
    const dueOn = (after?.dueOn ?? dates?.dueOn) as CivilDate | undefined
    const effectiveDueOn = (after?.effectiveDueOn ?? dates?.effectiveDueOn) as CivilDate | undefined
    dates = dueOn && effectiveDueOn ? { dueOn, effectiveDueOn } : dates
    return dates
  })
}

/**
 * Which rule led to what an event says, in sentences with their articles.
 * @param dates in force at the event
 * @param report which the event is about, where it is about one
 */
export function rulesBehind(event: Event, dates: DatesThen, report: Report | undefined): string[] {
  switch (event.type) {
    case 'assignment.reported':
      return report && dates ? [classRule(report, dates), entryRule(report)] : []
    case 'assignment.accepted':
      return report ? [reviewRule(report), countsRule(report)].flat() : []
    case 'assignment.returned':
      return report ? reviewRule(report) : []
    default:
      return datesChanged(event) && dates ? effectiveRule(dates) : []
  }
}

function datesChanged({ before, after }: Event): boolean {
  const changed = (name: string) => after?.[name] !== undefined && after[name] !== before?.[name]
  return changed('dueOn') || changed('effectiveDueOn')
}

/** R3: a due date on a day off runs to the end of the next working day. */
function effectiveRule({ dueOn, effectiveDueOn }: DueDates): string[] {
  if (dueOn === effectiveDueOn) return []
  const words = { due: spokenDate(dueOn), effective: spokenDate(effectiveDueOn) }
  return [m.assignments_rule_effective(words)]
}

/** R4: the day of sending against the dates of then. */
function classRule(report: Report, { dueOn, effectiveDueOn }: DueDates): string {
  const sent = spokenDate(civilDateAt(new Date(report.submittedAt)))
  const [due, effective] = [spokenDate(dueOn), spokenDate(effectiveDueOn)]
  const result = classWords(report)
  switch (report.timeliness) {
    case 'early':
      return m.assignments_rule_early({ sent, due, result })
    case 'on_time':
      return dueOn === effectiveDueOn
        ? m.assignments_rule_on_time({ sent, due, result })
        : m.assignments_rule_on_time_moved({ sent, due, effective, result })
    case 'late':
      return m.assignments_rule_late({ sent, effective, result })
  }
}

/** R1 for the report's own document. */
function entryRule({ issuedOn, issuedTime, entry }: Report): string {
  const issued = [issuedTime, spokenDate(issuedOn)].filter(Boolean).join(' ')
  const deadline = formatDeadline(entry.deadlineAt)
  return entry.timeliness === 'late'
    ? m.assignments_rule_entry_late({ issued, deadline })
    : m.assignments_rule_entry_on_time({ issued, deadline })
}

/** R1 for the office's review. */
function reviewRule({ reviewDueAt, review }: Report): string[] {
  if (!review) return []
  const deadline = formatDeadline(reviewDueAt)
  return review.timeliness === 'late'
    ? [m.assignments_rule_review_late({ deadline })]
    : [m.assignments_rule_review_on_time({ deadline })]
}

const countsRule = (report: Report) => m.assignments_rule_counts({ result: classWords(report) })

const classWords = ({ timeliness, daysLate }: Report) =>
  daysLate ? lateBy(daysLate) : timelinessWords[timeliness]()
