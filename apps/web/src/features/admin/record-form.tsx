import type { FormEvent, ReactNode } from 'react'
import type { ApiProblem } from '../../api/problem.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import classes from './admin.module.css'

interface Props {
  problem: ApiProblem | null
  underWay: boolean
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  onCancel: () => void
  /** The act as the word on the button. */
  act: string
  children: ReactNode
}

/** The frame of a form in a dialog: its fields, a refusal, and the two ways out. */
export function RecordForm({ problem, underWay, onSubmit, onCancel, act, children }: Props) {
  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      {problem && <ErrorState problem={problem} />}
      {children}
      <div className={classes.actions}>
        <Button onClick={onCancel}>{m.ui_cancel()}</Button>
        <Button type="submit" variant="primary" loading={underWay}>
          {act}
        </Button>
      </div>
    </form>
  )
}
