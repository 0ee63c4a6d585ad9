import {
  checkDirective,
  type DirectiveDraft,
  formatCivilDate,
  type RuleBreach,
  type RuleCode,
} from '@dunghan/domain'
import { fieldOf } from '../../api/form-problem.ts'
import { parseTypedTime } from '../../lib/typed-time.ts'
import { m } from '../../paraglide/messages.js'
import type { DocumentDraft } from './document-draft.ts'

/*
 * What can be said before anything is sent. The rules themselves are the domain's; the server asks
 * them again, with its own clock, calendar and settings.
 */

const words: Partial<Record<RuleCode, (breach: RuleBreach) => string>> = {
  'number-required': m.directives_check_number,
  'issued-in-future': m.directives_check_future,
  'due-date-required': m.directives_check_due_required,
  'due-before-issue': ({ params }) =>
    m.directives_check_due_before({ date: formatCivilDate(String(params?.issuedOn)) }),
  'signed-file-required': m.directives_check_file,
  'outside-calendar': m.directives_check_calendar,
}

interface Context {
  now: Date
  signedFile: boolean
}

/** Sentences for the fields that are empty or against a rule. */
export function checkDocument(
  value: DocumentDraft,
  tasks: DirectiveDraft['tasks'],
  { now, signedFile }: Context,
): Record<string, string> {
  const errors: Record<string, string> = {}
  if (!value.title.trim()) errors.title = m.directives_check_required()
  if (!value.issuedOn) errors.issuedOn = m.directives_check_required()
  if (!value.directedById) errors.directedById = m.directives_check_leader()
  if (!value.signedBy.trim()) errors.signedBy = m.directives_check_required()
  const issuedTime = parseTypedTime(value.issuedTime)
  if (value.issuedTime.trim() && !issuedTime) errors.issuedTime = m.ui_time_invalid()
  const breaches = checkDirective(
    { ...value, issuedOn: value.issuedOn ?? '1900-01-01', issuedTime, tasks },
    {
      now,
      // Only the server knows whether the office insists on signatures.
      settings: { requireSignedDirectives: false },
      signedFile: { present: signedFile, validSignature: true },
    },
  )
  for (const [field, sentence] of Object.entries(sentencesFor(breaches))) {
    if (field !== 'issuedOn' || value.issuedOn) errors[field] ??= sentence
  }
  return errors
}

/** What the rules say, in words, by field. */
export function sentencesFor(breaches: readonly RuleBreach[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const breach of breaches) {
    const say = words[breach.code]
    if (say) errors[fieldOf(breach.pointer)] ??= say(breach)
  }
  return errors
}
