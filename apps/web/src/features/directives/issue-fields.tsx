import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { LocalTimeInput } from '../../ui/local-time-input.tsx'
import type { DocumentProps } from './document-draft.ts'
import { EntryDeadlineHint } from './entry-deadline-hint.tsx'
import classes from './form.module.css'

interface Props extends DocumentProps {
  enteredAt?: string
}

/** When it was issued, and by when that makes it due for entry (Đ6.3b). */
export function IssueFields({ value, change, errors, enteredAt }: Props) {
  const today = useToday()
  return (
    <>
      <CivilDateInput
        label={m.directives_issued()}
        required
        value={value.issuedOn}
        max={today}
        error={errors.issuedOn}
        data-path="issuedOn"
        onChange={(issuedOn) => change({ issuedOn })}
      />
      <LocalTimeInput
        label={m.directives_issued_time()}
        value={value.issuedTime}
        error={errors.issuedTime}
        data-path="issuedTime"
        onChange={(issuedTime) => change({ issuedTime })}
      />
      <div className={classes.wide}>
        <EntryDeadlineHint
          issuedOn={value.issuedOn}
          issuedTime={value.issuedTime}
          enteredAt={enteredAt}
        />
      </div>
    </>
  )
}
