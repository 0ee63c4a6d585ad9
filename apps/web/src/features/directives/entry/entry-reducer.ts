import type { DocumentDraft, Errors } from '../document-draft.ts'
import { fieldErrorsWithout } from '../field-errors.ts'
import { copyOf, type EntryDraft, emptyTask, type FileRole, type TaskDraft } from './entry-draft.ts'

export interface EntryState {
  draft: EntryDraft
  errors: Errors
  /** What the last paste brought, and the row it took the place of; until it is undone. */
  pasted: { keys: string[]; replaced: TaskDraft | null } | null
  /** Something was typed since the page was opened or the draft thrown away. */
  touched: boolean
}

export type EntryAct =
  | { type: 'document'; patch: Partial<DocumentDraft> }
  | { type: 'task'; key: string; patch: Partial<TaskDraft> }
  | { type: 'add-task'; after?: string }
  | { type: 'duplicate-task'; key: string }
  | { type: 'remove-task'; key: string }
  | { type: 'as-above'; key: string; what: 'dueOn' | 'units' }
  /** Rows of a table; they take the place of an empty row, or of one whose content is `split`. */
  | { type: 'paste'; key: string; tasks: TaskDraft[]; split?: boolean }
  | { type: 'undo-paste' }
  | { type: 'file-role'; id: string; role: FileRole }
  | { type: 'errors'; errors: Errors }
  /** The files are others: they are kept outside. */
  | { type: 'files' }
  | { type: 'restart'; draft: EntryDraft }

export function entryReducer(state: EntryState, act: EntryAct): EntryState {
  if (act.type === 'errors') return { ...state, errors: act.errors }
  if (act.type === 'files') return { ...state, errors: fieldErrorsWithout(state.errors, ['files']) }
  if (act.type === 'restart') return { draft: act.draft, errors: {}, pasted: null, touched: false }
  return {
    draft: draftAfter(state, act),
    errors: fieldErrorsWithout(state.errors, fieldsOf(state.draft, act)),
    pasted: pastedAfter(state, act),
    touched: true,
  }
}

type Typing = Exclude<EntryAct, { type: 'errors' | 'files' | 'restart' }>

function draftAfter({ draft, pasted }: EntryState, act: Typing): EntryDraft {
  const { tasks } = draft
  switch (act.type) {
    case 'document':
      return { ...draft, ...act.patch }
    case 'file-role':
      return { ...draft, fileRoles: { ...draft.fileRoles, [act.id]: act.role } }
    case 'add-task':
      return {
        ...draft,
        tasks: act.after
          ? replacing(tasks, act.after, (task) => [task, emptyTask()])
          : [...tasks, emptyTask()],
      }
    case 'task':
      return { ...draft, tasks: replacing(tasks, act.key, (task) => [patched(task, act.patch)]) }
    case 'duplicate-task':
      return { ...draft, tasks: replacing(tasks, act.key, (task) => [task, copyOf(task)]) }
    case 'remove-task':
      return { ...draft, tasks: replacing(tasks, act.key, () => []) }
    case 'as-above':
      return {
        ...draft,
        tasks: replacing(tasks, act.key, (task, i) => [likeAbove(task, tasks[i - 1], act.what)]),
      }
    case 'paste':
      return {
        ...draft,
        tasks: replacing(tasks, act.key, (task) =>
          gives(task, act) ? act.tasks : [task, ...act.tasks],
        ),
      }
    case 'undo-paste':
      return { ...draft, tasks: withoutPasted(tasks, pasted) }
  }
}

function replacing(
  tasks: readonly TaskDraft[],
  key: string,
  replace: (task: TaskDraft, index: number) => TaskDraft[],
): TaskDraft[] {
  return tasks.flatMap((task, i) => (task.key === key ? replace(task, i) : [task]))
}

/** What was not understood of a field is settled once the field is. */
function patched(task: TaskDraft, patch: Partial<TaskDraft>): TaskDraft {
  const left = Object.entries(task.unread ?? {}).filter(([field]) => !(field in patch))
  const unread = left.length > 0 ? Object.fromEntries(left) : undefined
  return { ...task, unread, ...patch }
}

function likeAbove(
  task: TaskDraft,
  above: TaskDraft | undefined,
  what: 'dueOn' | 'units',
): TaskDraft {
  if (!above) return task
  if (what === 'dueOn') return patched(task, { dueOn: above.dueOn })
  return patched(task, { unitIds: above.unitIds, supportUnitIds: above.supportUnitIds })
}

type Paste = Extract<EntryAct, { type: 'paste' }>

/** Whether a row gives its place to what is pasted at it. */
const gives = ({ content, dueOn, unitIds }: TaskDraft, { split }: Paste) =>
  split === true || (!content.trim() && dueOn === null && unitIds.length === 0)

function pastedAfter({ draft, pasted }: EntryState, act: Typing): EntryState['pasted'] {
  if (act.type === 'undo-paste') return null
  if (act.type !== 'paste') return pasted
  const row = draft.tasks.find(({ key }) => key === act.key)
  const keys = act.tasks.map(({ key }) => key)
  return { keys, replaced: row && gives(row, act) ? row : null }
}

/** As before the paste; what was typed in other rows meanwhile stays. */
function withoutPasted(tasks: readonly TaskDraft[], pasted: EntryState['pasted']): TaskDraft[] {
  const [first, ...others] = tasks.filter(({ key }) => pasted?.keys.includes(key))
  const left = tasks.flatMap((task) => {
    if (others.includes(task)) return []
    if (task !== first) return [task]
    return pasted?.replaced ? [pasted.replaced] : []
  })
  return left.length > 0 ? left : [emptyTask()]
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
    case 'as-above': {
      const at = tasks.findIndex(({ key }) => key === act.key)
      if (act.what === 'dueOn') return [`tasks.${at}.dueOn`]
      return [`tasks.${at}.unitIds`, `tasks.${at}.supportUnitIds`]
    }
    default:
      return ['tasks']
  }
}
