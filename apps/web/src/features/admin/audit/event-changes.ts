import type { CivilDate } from '@dunghan/domain'
import { formatCivilDate } from '@dunghan/domain'
import type { Schema } from '../../../api/types.ts'
import { roleWords, visibilityWords } from '../../../lib/desk-terms.ts'
import { formatInstant, formatNumber } from '../../../lib/format.ts'
import { kindWords, stateWords, timelinessWords } from '../../../lib/terms.ts'
import { unitTypeWords } from '../../../lib/unit-terms.ts'
import { m } from '../../../paraglide/messages.js'

type Event = Pick<Schema<'AuditEvent'>, 'at' | 'before' | 'after'>

/** The facts worth telling, in their order; ids mean nothing to a reader. */
const fieldWords: Record<string, () => string> = {
  state: m.audit_field_state,
  dueOn: m.audit_field_due_on,
  effectiveDueOn: m.audit_field_effective_due_on,
  askedDueOn: m.audit_field_asked_due_on,
  decision: m.audit_field_decision,
  receivedAt: m.audit_field_received_at,
  submittedAt: m.audit_field_submitted_at,
  completedAt: m.audit_field_completed_at,
  timeliness: m.audit_field_timeliness,
  daysLate: m.audit_field_days_late,
  attempt: m.audit_field_attempt,
  kind: m.audit_field_kind,
  visibility: m.audit_field_visibility,
  issuedOn: m.audit_field_issued_on,
  number: m.audit_field_number,
  symbol: m.audit_field_symbol,
  title: m.audit_field_title,
  content: m.audit_field_content,
  abstract: m.audit_field_abstract,
  comment: m.audit_field_comment,
  reason: m.audit_field_reason,
  withdrawalReason: m.audit_field_withdrawal_reason,
  document: m.audit_field_document,
  name: m.audit_field_name,
  code: m.audit_field_code,
  type: m.audit_field_type,
  position: m.audit_field_position,
  displayName: m.audit_field_display_name,
  username: m.audit_field_username,
  email: m.audit_field_email,
  roles: m.audit_field_roles,
  disabled: m.audit_field_disabled,
  year: m.audit_field_year,
  sizeBytes: m.audit_field_size_bytes,
  mediaType: m.audit_field_media_type,
  dueSoonDays: m.audit_field_due_soon_days,
  maxUploadMiB: m.audit_field_max_upload_mib,
  maxExtensions: m.audit_field_max_extensions,
  requireSignedDocument: m.audit_field_require_signed_document,
}

const codes: Record<string, Record<string, () => string>> = {
  state: stateWords,
  timeliness: timelinessWords,
  kind: kindWords,
  visibility: visibilityWords,
  roles: roleWords,
  type: unitTypeWords,
  decision: { approved: m.extensions_state_approved, rejected: m.extensions_state_rejected },
}

/** What changed, in words: the fact, what it was, and what it is. */
export function changesOf({ at, before, after }: Event): string[] {
  const [was, is] = [before ?? {}, after ?? {}]
  return Object.entries(fieldWords).flatMap(([field, label]) => {
    const [old, now] = [was[field], is[field]]
    if (isNothing(old) && isNothing(now)) return []
    // Reports have kinds of their own, which their titles tell.
    if (field === 'kind' && !Object.hasOwn(kindWords, String(now))) return []
    if (JSON.stringify(old) === JSON.stringify(now) || now === at) return []
    const [from, to] = [told(field, old), told(field, now)]
    const said = field in was ? m.audit_from_to({ before: from, after: to }) : to
    return [`${label()}: ${said}`]
  })
}

const isNothing = (value: unknown) => value === null || value === undefined || value === ''

function told(field: string, value: unknown): string {
  if (isNothing(value)) return m.audit_nothing()
  if (typeof value === 'boolean') return value ? m.audit_yes() : m.audit_no()
  if (typeof value === 'number') return field === 'year' ? String(value) : formatNumber(value)
  if (Array.isArray(value)) return value.map((one) => told(field, one)).join(', ')
  if (typeof value !== 'string') return JSON.stringify(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatCivilDate(value as CivilDate)
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatInstant(value)
  return codes[field]?.[value]?.() ?? value
}
