import type { Schema } from '../../../api/types.ts'
import { now } from '../../../lib/use-now.ts'
import { checkDocument } from '../check-document.ts'
import type { DocumentDraft } from '../document-draft.ts'

/** Sentences by field; what the tasks have against a new day of issue is said at that day. */
export function checkEdit(
  value: DocumentDraft,
  { tasks }: Schema<'Directive'>,
  signedFile: boolean,
): Record<string, string> {
  const found = checkDocument(value, tasks, { now: now(), signedFile })
  const errors: Record<string, string> = {}
  for (const [field, sentence] of Object.entries(found)) {
    errors[field.startsWith('tasks.') ? 'issuedOn' : field] ??= sentence
  }
  return errors
}
