import { type CivilDate, civilDateAt, entryTimeliness, weekdayName } from '@dunghan/domain'
import { useQuery } from '@tanstack/react-query'
import { dueDatePreview } from '../../api/due-date-preview.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { parseTypedTime } from '../../lib/typed-time.ts'
import { useNow, useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { EntryMark } from '../../ui/entry-mark.tsx'
import classes from './form.module.css'

interface Props {
  issuedOn: CivilDate | null
  /** As typed. */
  issuedTime: string
  /** When it was entered, for one that is already. */
  enteredAt?: string
}

/** By when the document is to be entered, by the 15:00 rule and the office's own calendar. */
export function EntryDeadlineHint({ issuedOn, issuedTime, enteredAt }: Props) {
  const today = useToday()
  const future = issuedOn !== null && issuedOn > today
  const preview = useQuery({
    ...dueDatePreview({
      dueOn: issuedOn ?? '',
      issuedOn,
      issuedTime: parseTypedTime(issuedTime),
    }),
    enabled: issuedOn !== null && !future,
  })
  const deadlineAt = preview.data?.entryDeadlineAt
  return (
    <p className={classes.hint} aria-live="polite">
      {!issuedOn || future ? null : deadlineAt ? (
        <Deadline deadlineAt={deadlineAt} noTime={!issuedTime.trim()} enteredAt={enteredAt} />
      ) : preview.isError ? (
        m.directives_deadline_unknown()
      ) : (
        m.directives_deadline_asking()
      )}
    </p>
  )
}

interface DeadlineProps {
  deadlineAt: string
  noTime: boolean
  enteredAt?: string
}

function Deadline({ deadlineAt, noTime, enteredAt }: DeadlineProps) {
  const now = useNow()
  const today = useToday()
  // A deadline is the first instant that is too late; people name the day it ends.
  const last = civilDateAt(new Date(Date.parse(deadlineAt) - 1))
  const words = { weekday: weekdayName(last, currentLanguage()), date: formatCivilDate(last) }
  if (enteredAt) {
    const timeliness = entryTimeliness(new Date(deadlineAt), new Date(enteredAt))
    return (
      <>
        {m.directives_deadline(words)} <EntryMark timeliness={timeliness} />
      </>
    )
  }
  if (now.getTime() >= Date.parse(deadlineAt)) {
    return <strong className={classes.late}>{m.directives_deadline_late(words)}</strong>
  }
  return (
    <>
      {last === today ? m.directives_deadline_today(words) : m.directives_deadline(words)}
      {noTime && ` ${m.directives_time_hint()}`}
    </>
  )
}
