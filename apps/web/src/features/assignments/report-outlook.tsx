import { type CivilDate, civilDateAt, isExtensionPending, timelinessOf } from '@dunghan/domain'
import { useQuery } from '@tanstack/react-query'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { dueDatePreview } from '../../api/due-date-preview.ts'
import { formatDeadline } from '../../lib/deadline.ts'
import { parseTypedTime } from '../../lib/typed-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { EntryMark } from '../../ui/entry-mark.tsx'
import { TimelinessBadge } from '../../ui/timeliness-badge.tsx'
import classes from './assignment.module.css'
import { classReason } from './report-class.ts'

interface Props {
  assignment: AssignmentDetail
  issuedOn: CivilDate | null
  issuedTime: string
}

/** What sending now would mean: the class of the report, and whether its document is in by then. */
export function ReportOutlook({ assignment, issuedOn, issuedTime }: Props) {
  const now = useNow()
  const { dueOn, effectiveDueOn, workingDaysLeft } = assignment
  const timeliness = timelinessOf({ sentOn: civilDateAt(now), dueOn, effectiveDueOn })
  const daysLate = timeliness === 'late' ? Math.max(1, -workingDaysLeft) : null
  const sentAt = now.toISOString()
  return (
    <div className={classes.outlook} role="status">
      <p>
        <strong>{m.assignments_if_sent_now()}</strong>{' '}
        <TimelinessBadge timeliness={timeliness} daysLate={daysLate} />{' '}
        {classReason({ sentAt, timeliness, daysLate, dueOn, effectiveDueOn })}
      </p>
      {issuedOn ? (
        <EntryOutlook
          dueOn={dueOn}
          issuedOn={issuedOn}
          issuedTime={parseTypedTime(issuedTime)}
          now={now}
        />
      ) : (
        <p>{m.assignments_entry_needs_date()}</p>
      )}
      {isExtensionPending(assignment.extensions) && <p>{m.extensions_report_lapses()}</p>}
    </div>
  )
}

interface EntryProps {
  dueOn: CivilDate
  issuedOn: CivilDate
  issuedTime: string | null
  now: Date
}

function EntryOutlook({ dueOn, issuedOn, issuedTime, now }: EntryProps) {
  const { data } = useQuery(dueDatePreview({ dueOn, issuedOn, issuedTime }))
  if (!data?.entryDeadlineAt) return null
  const late = Date.parse(data.entryDeadlineAt) <= now.getTime()
  return (
    <p>
      <strong>{m.assignments_entry_by({ deadline: formatDeadline(data.entryDeadlineAt) })}</strong>{' '}
      <EntryMark timeliness={late ? 'late' : 'on_time'} />{' '}
      {issuedTime && issuedTime > '15:00'
        ? m.assignments_entry_after_three()
        : m.assignments_entry_by_three()}
      {late && ` ${m.assignments_entry_late_allowed()}`}
    </p>
  )
}
