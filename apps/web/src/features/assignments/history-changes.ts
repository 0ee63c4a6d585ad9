import { formatDocumentNumber } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatCivilDate, formatInstant, formatNumber, NOTHING } from '../../lib/format.ts'
import { kindWords, stateWords, timelinessWords, visibilityWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'

type Event = Schema<'HistoryEvent'>
type Facts = Record<string, unknown>

export interface Change {
  label: string
  /** Null where there was nothing before. */
  before: string | null
  after: string
}

type Reader = (value: unknown) => string

const word =
  (words: Record<string, () => string>): Reader =>
  (code) =>
    words[String(code)]?.() ?? String(code)
const day: Reader = (value) => formatCivilDate(String(value).slice(0, 10))
const instant: Reader = (value) => formatInstant(String(value))
const plain: Reader = String

/** The facts worth telling, in the order in which they are told; ids mean nothing to a reader. */
const readers: [field: string, label: () => string, read: Reader][] = [
  ['state', m.assignments_state, word(stateWords)],
  ['dueOn', m.assignments_due_stated, day],
  ['effectiveDueOn', m.assignments_due_effective, day],
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
 * @param nameOf the name of a leader, by id
 */
export function changesOf(
  { at, before, after }: Event,
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
  return [...documentOf(is), ...editedOf(is), ...changes]
}

function editedOf({ edited }: Facts): Change[] {
  if (!Array.isArray(edited)) return []
  const words = edited.flatMap((field) => fieldWords[String(field)]?.() ?? [])
  const after = [...new Set(words)].join('; ')
  return after ? [{ label: m.assignments_history_edited(), before: null, after }] : []
}

function documentOf({ number, symbol, title }: Facts): Change[] {
  if (typeof title !== 'string') return []
  const written = formatDocumentNumber(asText(number), asText(symbol))
  const after = [written, title].filter(Boolean).join(' – ')
  return [{ label: m.assignments_report_document(), before: null, after }]
}

/** The words somebody gave with the act: a reason or a comment. */
export function noteOf({ after }: Event): string | null {
  const { reason, comment, withdrawalReason } = after ?? {}
  return asText(reason) ?? asText(comment) ?? asText(withdrawalReason)
}

const asText = (value: unknown) => (typeof value === 'string' && value ? value : null)
