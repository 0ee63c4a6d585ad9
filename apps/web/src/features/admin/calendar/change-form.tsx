import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type ReactNode, useEffect, useRef } from 'react'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import classes from '../admin.module.css'
import { ChangeOutcome } from './change-outcome.tsx'
import type { CalendarChange } from './use-calendar-change.ts'

interface Props {
  change: CalendarChange
  onDone: () => void
  children: ReactNode
}

/** The frame of a change of the calendar: its fields, what it would move, and then to save it. */
export function ChangeForm({ change, onDone, children }: Props) {
  const { foreseen, saved, problem, underWay, ask, onSubmit } = change
  const answer = useRef<HTMLDivElement>(null)
  // On a phone what was asked for would come below the edge.
  useEffect(() => {
    if (foreseen || problem) answer.current?.scrollIntoView({ block: 'nearest' })
  }, [foreseen, problem])
  if (saved) {
    return (
      <div className={classes.form}>
        <p role="status">{m.calendar_saved()}</p>
        <ChangeOutcome outcome={saved} saved />
        <div className={classes.actions}>
          <Button variant="primary" onClick={onDone} data-autofocus>
            {m.ui_close()}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      {children}
      <div ref={answer}>
        {problem && (
          <ErrorState
            problem={problem}
            actions={
              problem.name === 'stale' && <Button onClick={ask}>{m.calendar_reload()}</Button>
            }
          />
        )}
        {foreseen && <ChangeOutcome outcome={foreseen} />}
      </div>
      <div className={classes.actions}>
        <Button onClick={onDone}>{m.ui_cancel()}</Button>
        <Button variant={foreseen ? 'default' : 'primary'} loading={underWay} onClick={ask}>
          {m.calendar_preview()}
        </Button>
        <Button
          type="submit"
          variant={foreseen ? 'primary' : 'default'}
          loading={underWay && foreseen !== null}
          disabledReason={!foreseen && m.calendar_preview_first()}
        >
          {m.calendar_save()}
        </Button>
      </div>
    </form>
  )
}

interface Grounds extends Record<string, unknown> {
  reason: string
  document: string
}

/** Why the calendar changes, and by which document. */
export function GroundFields<Values extends Grounds>({
  form,
  documentRequired = false,
}: {
  form: UseFormReturnType<Values>
  documentRequired?: boolean
}) {
  return (
    <>
      <TextInput
        {...form.getInputProps('reason')}
        label={m.calendar_field_reason()}
        description={m.calendar_field_reason_hint()}
        withAsterisk
        maxLength={500}
      />
      <TextInput
        {...form.getInputProps('document')}
        label={m.calendar_field_document()}
        description={m.calendar_field_document_hint()}
        withAsterisk={documentRequired}
        maxLength={300}
      />
    </>
  )
}

export const required = (text: string) => (text.trim() ? null : m.calendar_required())
