import { type CivilDate, checkExtensionDecision, type ExtensionDecision } from '@dunghan/domain'
import { Textarea } from '@mantine/core'
import { IconCalendarCheck, IconCalendarX } from '@tabler/icons-react'
import { useActOnce } from '../../api/act-once.ts'
import { type AssignmentDetail, type Extension, readAgain } from '../../api/assignments.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { OptionCards } from '../../ui/option-cards.tsx'
import { breachWords } from './breach-words.ts'
import { decideExtension } from './extension-queries.ts'
import classes from './extensions.module.css'
import { NewDueDate } from './new-due-date.tsx'
import { useSentForm } from './use-sent-form.ts'

const options = [
  {
    value: 'approved',
    icon: IconCalendarCheck,
    label: m.extensions_approve,
    effect: m.extensions_approve_effect,
    tone: 'good',
  },
  {
    value: 'rejected',
    icon: IconCalendarX,
    label: m.extensions_reject,
    effect: m.extensions_reject_effect,
    tone: 'bad',
  },
] as const

interface Props {
  assignment: AssignmentDetail
  extension: Extension
}

interface Draft extends Record<string, unknown> {
  decision: ExtensionDecision | null
  dueOn: CivilDate | null
  comment: string
}

/** The office decides on the request that waits: to the date asked for or another, or not at all. */
export default function ExtensionDecisionForm({ assignment, extension }: Props) {
  const { id, dueOn: currentDueOn, extensionsLeft } = assignment
  const once = useActOnce()
  const { form, element, problem, underWay, onSubmit } = useSentForm<Draft>({
    initialValues: { decision: null, dueOn: extension.dueOn, comment: '' },
    check: ({ decision, dueOn, comment }) => {
      if (!decision) return { decision: m.extensions_decide_choose() }
      if (decision === 'approved' && !dueOn) return { dueOn: m.extensions_due_required() }
      const draft = { decision, dueOn, comment, askedDueOn: extension.dueOn, currentDueOn }
      // How often there were some before the server looks at: settings may have changed since.
      return breachWords(checkExtensionDecision(draft, [], 1))
    },
    send: ({ decision, dueOn, comment }) => {
      if (!decision) return Promise.resolve()
      const approved = decision === 'approved'
      const body = { decision, comment, ...(approved && { dueOn }) }
      return decideExtension(extension.id, body, once(body))
    },
    onDone: () => notifyDone(m.extensions_decided()),
  })
  const { decision, dueOn } = form.values
  const rejected = decision === 'rejected'
  return (
    <form ref={element} className={classes.decision} onSubmit={onSubmit} noValidate>
      <OptionCards<ExtensionDecision>
        legend={m.extensions_decide()}
        options={options}
        value={decision}
        onChange={(value) => {
          // What was missing for the other one is no fault of this.
          form.clearErrors()
          form.setFieldValue('decision', value)
        }}
        error={typeof form.errors.decision === 'string' ? form.errors.decision : null}
      />
      {extensionsLeft === 0 && !rejected && <p role="note">{m.extensions_limit_hint()}</p>}
      {!rejected && (
        <>
          <CivilDateInput
            {...form.getInputProps('dueOn')}
            value={dueOn}
            label={m.extensions_new_due()}
            description={m.extensions_approved_due_hint()}
            required
          />
          <NewDueDate dueOn={dueOn} />
        </>
      )}
      <Textarea
        {...form.getInputProps('comment')}
        label={m.extensions_comment()}
        description={m.extensions_comment_hint()}
        required={rejected}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={2000}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }
        }}
      />
      {problem && (
        <ErrorState
          problem={problem}
          actions={
            problem.status === 409 && (
              <Button onClick={() => readAgain(id)}>{m.extensions_see_result()}</Button>
            )
          }
        />
      )}
      <div>
        <Button type="submit" variant={rejected ? 'danger' : 'primary'} loading={underWay}>
          {decision === null
            ? m.extensions_send()
            : rejected
              ? m.extensions_reject()
              : m.extensions_approve()}
        </Button>
      </div>
    </form>
  )
}
