import type { CivilDate } from '@dunghan/domain'
import { useQuery } from '@tanstack/react-query'
import { dueDatePreview } from '../../api/due-date-preview.ts'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import classes from './form.module.css'

interface Props {
  dueOn: CivilDate | null
  issuedOn: CivilDate | null
}

/** The effective date of a due date as the server's calendar has it, in one sentence. */
export function DueDateHint({ dueOn, issuedOn }: Props) {
  const preview = useQuery({
    ...dueDatePreview({ dueOn: dueOn ?? '', issuedOn }),
    enabled: dueOn !== null,
  })
  const { data } = preview
  return (
    <p className={classes.hint} aria-live="polite">
      {dueOn === null ? null : data ? (
        <>
          {data.effectiveDueOn === dueOn && data.provisionalYears.length === 0 ? (
            data.explanation
          ) : (
            <strong className={classes.moved}>{data.explanation}</strong>
          )}
          {data.workingDays > 0 && ` (${workingDays(data.workingDays)})`}
        </>
      ) : preview.isError ? (
        m.directives_due_unknown()
      ) : (
        m.directives_due_asking()
      )}
    </p>
  )
}

const workingDays = (days: number) =>
  days === 1 ? m.directives_due_days_one() : m.directives_due_days({ days: formatNumber(days) })
