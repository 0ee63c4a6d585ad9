import type { CivilDate } from '@dunghan/domain'
import type { Schema } from '../../../api/types.ts'
import type { DocumentDraft } from '../document-draft.ts'

export type FileRole = Schema<'FileUseInput'>['role']

/** What stood in cells of a pasted table and was not understood, by field, as it was written. */
export type Unread = Partial<Record<'dueOn' | 'unitIds' | 'supportUnitIds', string>>

export interface TaskDraft {
  /** Tells rows apart while they come and go. */
  key: string
  content: string
  dueOn: CivilDate | null
  unitIds: string[]
  supportUnitIds: string[]
  unread?: Unread
}

/** Everything typed on the page of entry, as it is kept in the browser. */
export interface EntryDraft extends DocumentDraft {
  tasks: TaskDraft[]
  /** Roles chosen by hand; the rest follow from `rolesOf`. */
  fileRoles: Record<string, FileRole>
}

let keys = 0
const nextKey = () => {
  keys += 1
  return `task-${keys}`
}

export function emptyTask(): TaskDraft {
  return { key: nextKey(), content: '', dueOn: null, unitIds: [], supportUnitIds: [] }
}

/** A copy with a key of its own. */
export const copyOf = (task: TaskDraft): TaskDraft => ({ ...task, key: nextKey() })

/** Issued today, as the regulation wants it entered the same day. */
export function emptyDraft(today: CivilDate): EntryDraft {
  return {
    kind: 'conclusion_notice',
    number: '',
    symbol: '',
    title: '',
    abstract: '',
    issuedOn: today,
    issuedTime: '',
    directedById: null,
    signedBy: '',
    draftedById: null,
    visibility: 'public',
    tasks: [emptyTask()],
    fileRoles: {},
  }
}
