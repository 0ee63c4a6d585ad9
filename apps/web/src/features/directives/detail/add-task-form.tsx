import { checkTask } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useActOnce } from '../../../api/act-once.ts'
import { allUnits, givenWorkOn } from '../../../api/reference-data.ts'
import type { Schema } from '../../../api/types.ts'
import { useToday } from '../../../lib/use-now.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { notifyDone } from '../../../ui/notify.ts'
import { addTask } from '../acts.ts'
import { sentencesFor } from '../check-document.ts'
import { checkTaskUnits } from '../entry/check-entry.ts'
import { taskBody } from '../entry/entry-body.ts'
import { emptyTask } from '../entry/entry-draft.ts'
import { fieldErrorsWithout } from '../field-errors.ts'
import classes from '../form.module.css'
import { TaskFields } from '../task-fields.tsx'
import { useActForm } from '../use-act-form.ts'

interface Props {
  directive: Schema<'Directive'>
  onDone: () => void
}

/** The task to add, with the same fields as when a directive is entered. */
export function AddTaskForm({ directive, onDone }: Props) {
  const { id, issuedOn } = directive
  const once = useActOnce()
  const units = givenWorkOn(useSuspenseQuery(allUnits).data, useToday())
  const [task, setTask] = useState(emptyTask)
  const { form, errors, setErrors, problem, underWay, submit } = useActForm(
    (body: Schema<'AddTaskInput'>) => addTask(id, body, once(body)),
    () => {
      notifyDone(m.directives_add_task_done())
      onDone()
    },
  )
  const send = () =>
    submit(taskBody(task), {
      ...sentencesFor(checkTask(task, { issuedOn })),
      ...checkTaskUnits(task),
    })
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && send()}
    >
      {problem && <ErrorState problem={problem} />}
      <TaskFields
        value={task}
        change={(patch) => {
          setTask({ ...task, ...patch })
          setErrors(fieldErrorsWithout(errors, Object.keys(patch)))
        }}
        errors={errors}
        path=""
        units={units}
        issuedOn={issuedOn}
        autoFocus
      />
      <div className={classes.dialogActions}>
        <Button onClick={onDone}>{m.ui_cancel()}</Button>
        <Button variant="primary" loading={underWay} onClick={send}>
          {m.directives_add_task()}
        </Button>
      </div>
    </form>
  )
}
