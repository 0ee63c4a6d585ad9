import type { Schema } from '../../../api/types.ts'
import { documentBody } from '../document-body.ts'
import { fileUses } from '../file-roles.ts'
import type { EntryDraft, TaskDraft } from './entry-draft.ts'

/** The draft as the API takes it; call only once `checkEntry` found nothing. */
export function entryBody(
  draft: EntryDraft,
  files: readonly Schema<'File'>[],
): Schema<'EnterDirectiveInput'> {
  return {
    ...documentBody(draft),
    files: fileUses(files, draft.fileRoles),
    tasks: draft.tasks.map(taskBody),
  }
}

export function taskBody(task: TaskDraft): Schema<'AddTaskInput'> {
  const { content, dueOn, unitIds, supportUnitIds } = task
  return { content: content.trim(), dueOn, unitIds, supportUnitIds }
}
