import type { CivilDate } from '@dunghan/domain'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { type ClipboardEvent, type Dispatch, type KeyboardEvent, memo } from 'react'
import type { Schema } from '../../../api/types.ts'
import { useLanguage } from '../../../lib/language.ts'
import { m } from '../../../paraglide/messages.js'
import { Button, IconButton } from '../../../ui/button.tsx'
import type { Errors } from '../document-draft.ts'
import classes from '../task-fields.module.css'
import { TaskFields } from '../task-fields.tsx'
import type { TaskDraft } from './entry-draft.ts'
import type { EntryAct } from './entry-reducer.ts'

interface Props {
  task: TaskDraft
  index: number
  only: boolean
  /** What the task above it says, to be taken over. */
  above: { dueOn: boolean; units: boolean }
  errors: Errors
  units: readonly Schema<'Unit'>[]
  issuedOn: CivilDate | null
  focused: boolean
  full: boolean
  onPaste: (event: ClipboardEvent, task: TaskDraft) => void
  dispatch: Dispatch<EntryAct>
}

const none: Errors = {}

/** One task as a row of the form; a hundred of them stay quick because only the typed one is drawn. */
export const TaskRow = memo(function TaskRow(props: Props) {
  const { task, index, only, above, errors, units, issuedOn, focused, full, dispatch } = props
  useLanguage()
  const { key } = task
  const n = index + 1
  const title = m.directives_task_n({ n })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.altKey && !full) {
      event.preventDefault()
      dispatch({ type: 'add-task', after: key })
    }
    const what = event.code === 'KeyD' && event.ctrlKey && !event.altKey ? fieldAt(event) : null
    if (!what) return
    // The browser would keep a bookmark.
    event.preventDefault()
    if (above[what]) dispatch({ type: 'as-above', key, what })
  }
  return (
    <li className={classes.row} aria-label={title} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <h3>{title}</h3>
        {above.dueOn && task.dueOn === null && (
          <Button small onClick={() => dispatch({ type: 'as-above', key, what: 'dueOn' })}>
            {m.directives_task_same_due()}
          </Button>
        )}
        {above.units && task.unitIds.length === 0 && (
          <Button small onClick={() => dispatch({ type: 'as-above', key, what: 'units' })}>
            {m.directives_task_same_units()}
          </Button>
        )}
        <IconButton
          icon={IconCopy}
          label={m.directives_task_duplicate_n({ n })}
          onClick={() => dispatch({ type: 'duplicate-task', key })}
        />
        {!only && (
          <IconButton
            icon={IconTrash}
            label={m.directives_task_remove_n({ n })}
            onClick={() => dispatch({ type: 'remove-task', key })}
          />
        )}
      </div>
      <TaskFields
        value={task}
        change={(patch) => dispatch({ type: 'task', key, patch })}
        errors={errors}
        path={`tasks.${index}.`}
        units={units}
        issuedOn={issuedOn}
        autoFocus={focused}
        onPaste={(event) => props.onPaste(event, task)}
      />
    </li>
  )
}, same)

/** What of the task above Ctrl+D takes over, by where the cursor is. */
function fieldAt({ target }: KeyboardEvent): 'dueOn' | 'units' | null {
  const path = target instanceof HTMLElement ? (target.dataset.path ?? '') : ''
  if (path.endsWith('.dueOn')) return 'dueOn'
  return /nitIds$/.test(path) ? 'units' : null
}

/** The errors of the form are one record; a row cares for its own alone. */
function same(before: Props, after: Props): boolean {
  const { errors: a = none, above: aboveA, ...restA } = before
  const { errors: b = none, above: aboveB, ...restB } = after
  if (aboveA.dueOn !== aboveB.dueOn || aboveA.units !== aboveB.units) return false
  const keys = Object.keys(restA) as (keyof typeof restA)[]
  if (keys.some((key) => restA[key] !== restB[key])) return false
  const path = `tasks.${after.index}.`
  const own = (errors: Errors) =>
    Object.entries(errors)
      .filter(([at]) => at.startsWith(path))
      .join()
  return a === b || own(a) === own(b)
}
