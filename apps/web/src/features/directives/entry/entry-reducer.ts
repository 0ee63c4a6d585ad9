import type { DocumentDraft, Errors } from '../document-draft.ts'
import { fieldErrorsWithout } from '../field-errors.ts'
import { copyOf, type EntryDraft, emptyTask, type FileRole, type TaskDraft } from './entry-draft.ts'

export interface EntryState {
  draft: EntryDraft
  errors: Errors
  /** Something was typed since the page was opened or the draft thrown away. */
  touched: boolean
}

export type EntryAct =
  | { type: 'document'; patch: Partial<DocumentDraft> }
  | { type: 'task'; key: string; patch: Partial<TaskDraft> }
  | { type: 'add-task' }
  | { type: 'duplicate-task'; key: string }
  | { type: 'remove-task'; key: string }
  | { type: 'units-as-above'; key: string }
  | { type: 'file-role'; id: string; role: FileRole }
  | { type: 'errors'; errors: Errors }
  | { type: 'restart'; draft: EntryDraft }

export function entryReducer(state: EntryState, act: EntryAct): EntryState {
  if (act.type === 'errors') return { ...state, errors: act.errors }
  if (act.type === 'restart') return { draft: act.draft, errors: {}, touched: false }
  return {
    draft: draftAfter(state.draft, act),
    errors: fieldErrorsWithout(state.errors, fieldsOf(state.draft, act)),
    touched: true,
  }
}

type Typing = Exclude<EntryAct, { type: 'errors' | 'restart' }>

function draftAfter(draft: EntryDraft, act: Typing): EntryDraft {
  const { tasks } = draft
  switch (act.type) {
    case 'document':
      return { ...draft, ...act.patch }
    case 'file-role':
      return { ...draft, fileRoles: { ...draft.fileRoles, [act.id]: act.role } }
    case 'add-task':
      return { ...draft, tasks: [...tasks, emptyTask()] }
    case 'task':
      return { ...draft, tasks: replacing(tasks, act.key, (task) => [{ ...task, ...act.patch }]) }
    case 'duplicate-task':
      return { ...draft, tasks: replacing(tasks, act.key, (task) => [task, copyOf(task)]) }
    case 'remove-task':
      return { ...draft, tasks: replacing(tasks, act.key, () => []) }
    case 'units-as-above':
      return {
        ...draft,
        tasks: replacing(tasks, act.key, (task, i) => [likeAbove(task, tasks[i - 1])]),
      }
  }
}

function replacing(
  tasks: readonly TaskDraft[],
  key: string,
  replace: (task: TaskDraft, index: number) => TaskDraft[],
): TaskDraft[] {
  return tasks.flatMap((task, i) => (task.key === key ? replace(task, i) : [task]))
}

function likeAbove(task: TaskDraft, above: TaskDraft | undefined): TaskDraft {
  if (!above) return task
  return { ...task, unitIds: above.unitIds, supportUnitIds: above.supportUnitIds }
}

/** The fields an act may have mended; rows that move take all their sentences with them. */
function fieldsOf({ tasks }: EntryDraft, act: Typing): string[] {
  switch (act.type) {
    case 'document':
      return Object.keys(act.patch)
    case 'file-role':
      return ['files']
    case 'task': {
      const at = tasks.findIndex(({ key }) => key === act.key)
      return Object.keys(act.patch).map((field) => `tasks.${at}.${field}`)
    }
    case 'units-as-above': {
      const at = tasks.findIndex(({ key }) => key === act.key)
      return [`tasks.${at}.unitIds`, `tasks.${at}.supportUnitIds`]
    }
    default:
      return ['tasks']
  }
}
