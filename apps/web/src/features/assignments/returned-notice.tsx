import { IconArrowBackUp } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type AssignmentDetail, assignmentHistory } from '../../api/assignments.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import shared from './assignment.module.css'
import { noteOf } from './history-changes.ts'
import classes from './returned-notice.module.css'

/** Why a report came back, or a finished task was opened again: what is to be mended comes first. */
export function ReturnedNotice({ assignment }: { assignment: AssignmentDetail }) {
  const { data } = useSuspenseQuery(assignmentHistory(assignment.id))
  if (assignment.state !== 'returned') return null
  const event = data.items.findLast(({ after }) => after?.state === 'returned')
  if (!event) return null
  const words = noteOf(event)?.words
  const at = formatInstant(event.at)
  return (
    <section className={classes.returned} aria-label={m.assignments_returned()}>
      <IconArrowBackUp size={20} aria-hidden />
      <div>
        <p>
          <strong>
            {event.type === 'assignment.reopened'
              ? m.assignments_reopened_at({ at })
              : m.assignments_returned_at({ at })}
          </strong>
        </p>
        {words && <blockquote className={shared.quote}>{words}</blockquote>}
        <p>{m.assignments_returned_next()}</p>
      </div>
    </section>
  )
}
