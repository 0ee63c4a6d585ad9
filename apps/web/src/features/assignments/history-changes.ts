import { type CivilDate, type ExtensionDecision, formatDocumentNumber } from '@dunghan/domain'
import type { AssignmentDetail } from '../../api/assignments.ts'
import type { Schema } from '../../api/types.ts'
import { visibilityWords } from '../../lib/desk-terms.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { formatNumber, NOTHING } from '../../lib/format.ts'
import { exactInstant, spokenDate } from '../../lib/spoken-date.ts'
import { spokenDay } from '../../lib/spoken-day.ts'
import { kindWords, stateWords, timelinessWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'

type Event = Schema<'HistoryEvent'>
type Facts = Record<string, unknown>

export interface Change {
  label: string
  /** Null where there was nothing before. */
  before: string | null
  after: string
  /** Where on the page the thing itself stands. */
  href?: string
}

/** Where the directive and each report stand on the page of their assignment. */
export const anchors = {
  directive: 'van-ban-giao',
  report: (attempt: number) => `bao-cao-${attempt}`,
}

type Reader = (value: unknown) => string

const word =
  (words: Record<string, () => string>): Reader =>
  (code) =>
    words[String(code)]?.() ?? String(code)
const day: Reader = (value) => spokenDate(String(value).slice(0, 10) as CivilDate)
const instant: Reader = (value) => exactInstant(String(value))
const plain: Reader = String

const extensionDecisionWords: Record<ExtensionDecision, () => string> = {
  approved: m.extensions_approve,
  rejected: m.extensions_reject,
}

/** The facts worth telling, in the order in which they are told; ids mean nothing to a reader. */
const readers: [field: string, label: () => string, read: Reader][] = [
  ['state', m.assignments_state, word(stateWords)],
  ['dueOn', m.assignments_due, day],
  ['effectiveDueOn', m.assignments_due_effective, day],
  ['askedDueOn', m.extensions_fact_asked, day],
  ['decision', m.extensions_history_decision, word(extensionDecisionWords)],
  ['receivedAt', m.assignments_received_at, instant],
  ['submittedAt', m.assignments_submitted_at, instant],
  ['completedAt', m.assignments_completed_at, instant],
  ['timeliness', m.assignments_class, word(timelinessWords)],
  ['daysLate', m.assignments_days_late, (value) => formatNumber(Number(value))],
  ['attempt', m.assignments_attempt_number, plain],
  ['kind', m.assignments_kind, word(kindWords)],
  ['visibility', m.assignments_visibility, word(visibilityWords)],
  ['issuedOn', m.assignments_issued, day],
]

/** What of a directive may have been edited, by the words of its fields. */
const fieldWords: Record<string, () => string> = {
  kind: m.assignments_kind,
  title: m.assignments_directive_title,
  number: m.assignments_document_number,
  symbol: m.assignments_document_number,
  abstract: m.assignments_abstract,
  issuedOn: m.assignments_issued_on,
  issuedTime: m.assignments_issued_time,
  directedById: m.assignments_directed_by,
  signedBy: m.assignments_signed_by,
  draftedById: m.directives_drafted_by,
  visibility: m.assignments_visibility,
  files: m.assignments_files,
}

/**
 * What an event changed, in words.
 * @param assignment whose life it is
 * @param nameOf the name of a leader, by id
 */
export function changesOf(
  { type, at, before, after }: Event,
  assignment: AssignmentDetail,
  nameOf: (id: string) => string | undefined,
): Change[] {
  const was: Facts = before ?? {}
  const is: Facts = after ?? {}
  const leader: Reader = (id) => nameOf(String(id)) ?? NOTHING
  const all = [...readers, ['directedById', m.assignments_directed_by, leader] as const]
  const changes = all.flatMap(([field, label, read]) => {
    const known = is[field] ?? null
    const former = was[field] ?? null
    if (known === null && former === null) return []
    // The moment of the event itself is told already.
    if (String(known) === String(former) || known === at) return []
    return [
      {
        label: label(),
        before: former === null ? null : read(former),
        after: known === null ? NOTHING : read(known),
      },
    ]
  })
  return [
    ...(type === 'assignment.assigned' ? orderOf(is, assignment) : []),
    ...documentOf(is),
    ...calendarOf(is),
    ...editedOf(is),
    ...passedOf(is),
    ...changes,
    ...lapsedOf(is),
  ]
}

/** To whom, and by which document. */
function orderOf({ unitId, role }: Facts, assignment: AssignmentDetail): Change[] {
  const { directive, task, formerUnits, unit } = assignment
  const known = [unit, ...task.units, ...formerUnits.map((former) => former.unit)]
  const name = known.find(({ id }) => id === unitId)?.name
  const label = role === 'support' ? m.assignments_role_support() : m.assignments_unit()
  const written = `${directiveName(directive)} – ${directive.title}`
  return [
    ...(name ? [{ label, before: null, after: name }] : []),
    {
      label: m.assignments_directive(),
      before: null,
      after: written,
      href: `#${anchors.directive}`,
    },
  ]
}

function editedOf({ edited }: Facts): Change[] {
  if (!Array.isArray(edited)) return []
  const words = edited.flatMap((field) => fieldWords[String(field)]?.() ?? [])
  const after = [...new Set(words)].join('; ')
  return after ? [{ label: m.assignments_history_edited(), before: null, after }] : []
}

function lapsedOf({ lapsedExtensionId }: Facts): Change[] {
  if (!lapsedExtensionId) return []
  const after = m.extensions_history_lapsed_value()
  return [{ label: m.extensions_history_lapsed(), before: null, after }]
}

/** From which unit to which, by their names of then, and by which decision. */
function passedOf({ from, to, endsOn, document }: Facts): Change[] {
  const [before, after] = [asName(from), asName(to)]
  if (!before || !after) return []
  const more: [() => string, string | null][] = [
    [m.assignments_unit_ends_on, asText(endsOn) && day(endsOn)],
    [m.assignments_succession_document, asText(document)],
  ]
  return [
    { label: m.assignments_unit(), before, after },
    ...more.flatMap(([label, told]) =>
      told ? [{ label: label(), before: null, after: told }] : [],
    ),
  ]
}

const asName = (unit: unknown) => asText((unit as { name?: unknown } | null | undefined)?.name)

/** Which days of the calendar, or which year of it, and by which document. */
function calendarOf({ calendarVersion, calendarDays, calendarYear, document }: Facts): Change[] {
  if (calendarVersion === undefined) return []
  const days = Array.isArray(calendarDays) ? (calendarDays as Schema<'CalendarYear'>['days']) : []
  const what = calendarYear
    ? [m.calendar_change_announced({ year: Number(calendarYear) })]
    : days.map((day) => spokenDay(day.date, day))
  const by = asText(document)
  return [
    { label: m.calendar_event(), before: null, after: what.join('; ') },
    ...(by ? [{ label: m.calendar_field_document(), before: null, after: by }] : []),
  ]
}

function documentOf({ number, symbol, title, attempt }: Facts): Change[] {
  if (typeof title !== 'string') return []
  const written = formatDocumentNumber(asText(number), asText(symbol))
  const after = [written, title].filter(Boolean).join(' – ')
  const href = typeof attempt === 'number' ? { href: `#${anchors.report(attempt)}` } : {}
  return [{ label: m.assignments_report_document(), before: null, after, ...href }]
}

/** The words somebody gave with the act, and what they are: a reason or a comment. */
export function noteOf({ after }: Event): { label: string; words: string } | null {
  const { reason, comment, withdrawalReason } = after ?? {}
  const why = asText(reason) ?? asText(withdrawalReason)
  if (why) return { label: m.assignments_history_reason(), words: why }
  const words = asText(comment)
  return words ? { label: m.assignments_history_comment(), words } : null
}

const asText = (value: unknown) => (typeof value === 'string' && value ? value : null)
