import { m } from '../../../paraglide/messages.js'
import { checkDocument } from '../check-document.ts'
import type { Errors } from '../document-draft.ts'
import type { EntryDraft, TaskDraft } from './entry-draft.ts'

/** Sentences for every field of the page that cannot be sent as it is. */
export function checkEntry(draft: EntryDraft, signedFile: boolean, now: Date): Errors {
  const errors = checkDocument(draft, draft.tasks, { now, signedFile })
  for (const [i, task] of draft.tasks.entries()) {
    for (const [field, sentence] of Object.entries(checkTaskUnits(task))) {
      errors[`tasks.${i}.${field}`] = sentence
    }
  }
  return errors
}

/** What stood in a cell of a pasted table and was not understood. */
export const unreadWords = (field: string, cell: string): string =>
  field === 'dueOn' ? m.directives_paste_unread_day({ cell }) : m.directives_paste_unread({ cell })

/** What the rules of the domain leave to the form: a task says something, to somebody. */
export function checkTaskUnits(task: TaskDraft): Record<string, string> {
  const errors: Record<string, string> = {}
  if (!task.content.trim()) errors.content = m.directives_check_required()
  if (task.unitIds.length === 0) errors.unitIds = m.directives_check_units()
  if (task.supportUnitIds.some((id) => task.unitIds.includes(id))) {
    errors.supportUnitIds = m.directives_check_units_twice()
  }
  for (const [field, cell] of Object.entries(task.unread ?? {})) {
    errors[field] = unreadWords(field, cell)
  }
  return errors
}
