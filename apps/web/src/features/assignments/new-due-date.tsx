import type { CivilDate } from '@dunghan/domain'
import { useQuery } from '@tanstack/react-query'
import { dueDatePreview } from '../../api/due-date-preview.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { daysLeftText } from '../../ui/due-date.tsx'
import classes from './extensions.module.css'

/** When a date that is being typed takes effect, by the server's calendar, in one sentence. */
export function NewDueDate({ dueOn }: { dueOn: CivilDate | null }) {
  const today = useToday()
  const preview = useQuery({ ...dueDatePreview({ dueOn: dueOn ?? '' }), enabled: dueOn !== null })
  const { data } = preview
  return (
    <p className={classes.outlook} role="status">
      {dueOn === null ? null : data ? (
        data.effectiveDueOn < today ? (
          <strong className={classes.late}>{m.extensions_still_overdue()}</strong>
        ) : (
          <>
            {data.effectiveDueOn === dueOn ? (
              data.explanation
            ) : (
              <strong className={classes.moved}>{data.explanation}</strong>
            )}{' '}
            ({daysLeftText(data.workingDays)})
          </>
        )
      ) : preview.isError ? (
        m.extensions_unknown()
      ) : (
        m.extensions_asking()
      )}
    </p>
  )
}
