import { addDays, type CivilDate, checkExtension } from '@dunghan/domain'
import { Textarea } from '@mantine/core'
import { useActOnce } from '../../api/act-once.ts'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { formatCivilDate, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { notifyDone } from '../../ui/notify.ts'
import classes from './assignment.module.css'
import { breachWords } from './breach-words.ts'
import { requestExtension } from './extension-queries.ts'
import { NewDueDate } from './new-due-date.tsx'
import { useSentForm } from './use-sent-form.ts'

interface Props {
  assignment: AssignmentDetail
  onClose: () => void
}

/** The unit asks for a later due date, and says why. */
export function ExtensionForm({ assignment, onClose }: Props) {
  const { id, dueOn: currentDueOn, extensionsLeft } = assignment
  const once = useActOnce()
  const { form, element, problem, underWay, onSubmit } = useSentForm({
    initialValues: { dueOn: null as CivilDate | null, reason: '' },
    check: (values) => breachWords(checkExtension({ ...values, currentDueOn })),
    send: (body) => requestExtension(id, body, once(body)),
    onDone: () => {
      notifyDone(m.extensions_request_sent())
      onClose()
    },
    focused: true,
  })
  return (
    <form ref={element} className={classes.form} onSubmit={onSubmit} noValidate>
      <p>
        {m.extensions_request_intro({ date: formatCivilDate(currentDueOn) })}{' '}
        {m.extensions_left({ count: formatNumber(extensionsLeft) })}
      </p>
      <CivilDateInput
        {...form.getInputProps('dueOn')}
        value={form.values.dueOn}
        label={m.extensions_asked_due()}
        min={addDays(currentDueOn, 1)}
        required
      />
      <NewDueDate dueOn={form.values.dueOn} />
      <Textarea
        {...form.getInputProps('reason')}
        label={m.ui_reason()}
        description={m.extensions_reason_hint()}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={2000}
        required
      />
      {problem && <ErrorState problem={problem} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="primary" loading={underWay}>
          {m.extensions_request_send()}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
    </form>
  )
}
