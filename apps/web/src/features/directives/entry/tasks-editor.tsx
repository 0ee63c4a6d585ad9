import { IconPlus } from '@tabler/icons-react'
import { type Dispatch, useRef } from 'react'
import type { Schema } from '../../../api/types.ts'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import type { Errors } from '../document-draft.ts'
import classes from '../task-fields.module.css'
import type { EntryDraft } from './entry-draft.ts'
import type { EntryAct } from './entry-reducer.ts'
import { TaskRow } from './task-row.tsx'

/** As many as the API takes at once. */
const MOST = 100

interface Props {
  draft: EntryDraft
  errors: Errors
  units: readonly Schema<'Unit'>[]
  dispatch: Dispatch<EntryAct>
}

/** The tasks of a directive, one row each. */
export function TasksEditor({ draft: { tasks, issuedOn }, errors, units, dispatch }: Props) {
  // Rows that come while the page is open take the cursor; those of a restored draft do not.
  const present = useRef(new Set(tasks.map(({ key }) => key)))
  const assignments = tasks.reduce((sum, { unitIds }) => sum + unitIds.length, 0)
  const full = tasks.length >= MOST
  return (
    <>
      <ul className={classes.rows}>
        {tasks.map((task, index) => (
          <TaskRow
            key={task.key}
            task={task}
            index={index}
            only={tasks.length === 1}
            unitsAbove={(tasks[index - 1]?.unitIds.length ?? 0) > 0}
            errors={errors}
            units={units}
            issuedOn={issuedOn}
            focused={!present.current.has(task.key)}
            dispatch={dispatch}
          />
        ))}
      </ul>
      <div className={classes.foot}>
        <Button
          icon={IconPlus}
          disabledReason={full && m.directives_task_most({ most: MOST })}
          onClick={() => dispatch({ type: 'add-task' })}
        >
          {m.directives_task_add()}
        </Button>
        <span role="status">
          {m.directives_task_totals({
            tasks: formatNumber(tasks.length),
            assignments: formatNumber(assignments),
          })}
        </span>
      </div>
    </>
  )
}
