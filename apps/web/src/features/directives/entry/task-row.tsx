import type { CivilDate } from '@dunghan/domain'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { type Dispatch, memo } from 'react'
import type { Schema } from '../../../api/types.ts'
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
  /** A task above it names units. */
  unitsAbove: boolean
  errors: Errors
  units: readonly Schema<'Unit'>[]
  issuedOn: CivilDate | null
  focused: boolean
  dispatch: Dispatch<EntryAct>
}

const none: Errors = {}

/** One task as a row of the form; a hundred of them stay quick because only the typed one is drawn. */
export const TaskRow = memo(function TaskRow(props: Props) {
  const { task, index, only, unitsAbove, errors, units, issuedOn, focused, dispatch } = props
  const { key } = task
  const n = index + 1
  const title = m.directives_task_n({ n })
  return (
    <li className={classes.row} aria-label={title}>
      <div className={classes.head}>
        <h3>{title}</h3>
        {unitsAbove && task.unitIds.length === 0 && (
          <Button small onClick={() => dispatch({ type: 'units-as-above', key })}>
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
      />
    </li>
  )
}, same)

/** The errors of the form are one record; a row cares for its own alone. */
function same(before: Props, after: Props): boolean {
  const { errors: a = none, ...restA } = before
  const { errors: b = none, ...restB } = after
  const keys = Object.keys(restA) as (keyof typeof restA)[]
  if (keys.some((key) => restA[key] !== restB[key])) return false
  const path = `tasks.${after.index}.`
  const own = (errors: Errors) =>
    Object.entries(errors)
      .filter(([at]) => at.startsWith(path))
      .join()
  return a === b || own(a) === own(b)
}
