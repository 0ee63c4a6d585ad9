import { IconPlus, IconTable } from '@tabler/icons-react'
import { type Dispatch, lazy, Suspense, useRef } from 'react'
import type { Schema } from '../../../api/types.ts'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import type { Errors } from '../document-draft.ts'
import classes from '../task-fields.module.css'
import type { EntryDraft, TaskDraft } from './entry-draft.ts'
import type { EntryAct, EntryState } from './entry-reducer.ts'
import { LinesNote, PasteNote } from './paste/paste-note.tsx'
import { usePaste } from './paste/use-paste.ts'
import { TaskRow } from './task-row.tsx'

const PasteDialog = lazy(() => import('./paste/paste-dialog.tsx'))

/** As many as the API takes at once. */
const MOST = 100

interface Props {
  draft: EntryDraft
  pasted: EntryState['pasted']
  errors: Errors
  units: readonly Schema<'Unit'>[]
  dispatch: Dispatch<EntryAct>
}

/** The tasks of a directive, one row each. */
export function TasksEditor({ draft, pasted, errors, units, dispatch }: Props) {
  const { tasks, issuedOn } = draft
  // Rows that come while the page is open take the cursor; those of a restored draft do not.
  const present = useRef(new Set(tasks.map(({ key }) => key)))
  const assignments = tasks.reduce((sum, { unitIds }) => sum + unitIds.length, 0)
  const full = tasks.length >= MOST
  const paste = usePaste({ units, tasks, most: MOST, dispatch })
  const pasteButton = useRef<HTMLButtonElement>(null)
  // A stable function, so that only the row that is typed in is drawn.
  const latest = useRef(paste.onPaste)
  latest.current = paste.onPaste
  const onPaste = useRef<typeof paste.onPaste>((event, task) => latest.current(event, task))
  // Of pasted rows the first takes the cursor.
  const takesCursor = ({ key }: TaskDraft) =>
    !present.current.has(key) && !pasted?.keys.includes(key, 1)
  return (
    <div className={classes.editor}>
      {pasted && (
        <PasteNote
          keys={pasted.keys}
          tasks={tasks}
          passedOver={paste.passedOver}
          onUndo={() => {
            dispatch({ type: 'undo-paste' })
            pasteButton.current?.focus()
          }}
        />
      )}
      <ul className={classes.rows}>
        {tasks.map((task, index) => (
          <TaskRow
            key={task.key}
            task={task}
            index={index}
            only={tasks.length === 1}
            above={saidBy(tasks[index - 1])}
            errors={errors}
            units={units}
            issuedOn={issuedOn}
            focused={takesCursor(task)}
            full={full}
            onPaste={onPaste.current}
            dispatch={dispatch}
          />
        ))}
      </ul>
      {paste.lines && (
        <LinesNote count={paste.lines.count} onSplit={paste.split} onKeep={paste.keep} />
      )}
      <div className={classes.foot}>
        <Button
          icon={IconPlus}
          disabledReason={full && m.directives_task_most({ most: MOST })}
          onClick={() => dispatch({ type: 'add-task' })}
        >
          {m.directives_task_add()}
        </Button>
        <Button ref={pasteButton} icon={IconTable} onClick={() => paste.ask('')}>
          {m.directives_paste()}
        </Button>
        <span role="status">
          {m.directives_task_totals({
            tasks: formatNumber(tasks.length),
            assignments: formatNumber(assignments),
          })}
        </span>
      </div>
      <p className={classes.keys}>{m.directives_task_keys()}</p>
      {paste.asked !== null && (
        <Suspense>
          <PasteDialog
            text={paste.asked}
            units={units}
            room={paste.room}
            most={MOST}
            read={paste.read}
            onTake={paste.add}
            onClose={() => paste.ask(null)}
          />
        </Suspense>
      )}
    </div>
  )
}

const saidBy = (task: TaskDraft | undefined) => ({
  dueOn: (task?.dueOn ?? null) !== null,
  units: (task?.unitIds.length ?? 0) > 0,
})
