import { type CivilDate, checkDueDateMove, isExtensionPending } from '@dunghan/domain'
import { Textarea } from '@mantine/core'
import { type AssignmentDetail, readAgain } from '../../api/assignments.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { notifyDone } from '../../ui/notify.ts'
import classes from './assignment.module.css'
import { breachWords } from './breach-words.ts'
import { moveDueDate } from './extension-queries.ts'
import { NewDueDate } from './new-due-date.tsx'
import { useSentForm } from './use-sent-form.ts'

interface Props {
  assignment: AssignmentDetail
  onClose: () => void
}

/** The office moves the due date itself, and says why. */
export function DueDateForm({ assignment, onClose }: Props) {
  const { id, version, dueOn: currentDueOn, state, extensions, directive } = assignment
  const { issuedOn } = directive
  const { form, element, problem, underWay, onSubmit } = useSentForm({
    initialValues: { dueOn: null as CivilDate | null, reason: '' },
    check: (values) => ({
      ...breachWords(checkDueDateMove({ ...values, issuedOn })),
      ...(values.dueOn === currentDueOn && { dueOn: m.extensions_move_same() }),
    }),
    send: (body) => moveDueDate(id, version, body),
    onDone: () => {
      notifyDone(m.extensions_moved())
      onClose()
    },
    focused: true,
  })
  return (
    <form ref={element} className={classes.form} onSubmit={onSubmit} noValidate>
      <div>
        <p>{m.extensions_move_intro({ date: formatCivilDate(currentDueOn) })}</p>
        {state === 'submitted' && <p>{m.extensions_move_class_stays()}</p>}
        {isExtensionPending(extensions) && <p>{m.extensions_move_lapses()}</p>}
      </div>
      <CivilDateInput
        {...form.getInputProps('dueOn')}
        value={form.values.dueOn}
        label={m.extensions_new_due()}
        min={issuedOn}
        required
      />
      <NewDueDate dueOn={form.values.dueOn} />
      <Textarea
        {...form.getInputProps('reason')}
        label={m.ui_reason()}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={2000}
        required
      />
      {problem && (
        <ErrorState
          problem={problem}
          actions={
            problem.name === 'stale' && (
              <Button onClick={() => readAgain(id)}>{m.extensions_see_result()}</Button>
            )
          }
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" variant="primary" loading={underWay}>
          {m.extensions_move()}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
    </form>
  )
}
