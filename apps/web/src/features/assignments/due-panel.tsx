import { isOpen } from '@dunghan/domain'
import { useQuery } from '@tanstack/react-query'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { dueDatePreview } from '../../api/due-date-preview.ts'
import { formatCivilDate, formatInstant } from '../../lib/format.ts'
import { stateWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { daysLeftText } from '../../ui/due-date.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TimelinessBadge } from '../../ui/timeliness-badge.tsx'
import classes from './assignment.module.css'

/** By when, how that came about, and where the assignment stands. */
export function DuePanel({ assignment }: { assignment: AssignmentDetail }) {
  const { dueOn, effectiveDueOn, originalDueOn, workingDaysLeft, state } = assignment
  const { timeliness, firstTimeliness, daysLate, receivedAt, submittedAt, completedAt } = assignment
  const urgency = workingDaysLeft < 0 ? classes.over : workingDaysLeft <= 3 ? classes.near : ''
  return (
    <Panel title={m.assignments_due()}>
      <p className={classes.dueOn}>
        <time dateTime={effectiveDueOn}>{formatCivilDate(effectiveDueOn)}</time>
      </p>
      {isOpen(state) && (
        <p className={`${classes.left} ${urgency}`}>{daysLeftText(workingDaysLeft)}</p>
      )}
      <Explanation assignment={assignment} />
      <Facts
        entries={[
          [
            originalDueOn === dueOn ? m.assignments_due_stated() : m.assignments_due_present(),
            formatCivilDate(dueOn),
          ],
          [
            m.assignments_due_effective(),
            effectiveDueOn !== dueOn && formatCivilDate(effectiveDueOn),
          ],
          [m.assignments_due_original(), originalDueOn !== dueOn && formatCivilDate(originalDueOn)],
          [m.assignments_state(), stateWords[state]()],
          [m.assignments_received_at(), receivedAt && formatInstant(receivedAt)],
          [m.assignments_submitted_at(), submittedAt && formatInstant(submittedAt)],
          [m.assignments_completed_at(), completedAt && formatInstant(completedAt)],
          [
            m.assignments_class(),
            timeliness && <TimelinessBadge timeliness={timeliness} daysLate={daysLate} />,
          ],
          [
            m.assignments_class_first(),
            firstTimeliness && firstTimeliness !== timeliness && (
              <TimelinessBadge timeliness={firstTimeliness} />
            ),
          ],
        ]}
      />
    </Panel>
  )
}

function Explanation({ assignment: { dueOn, directive } }: { assignment: AssignmentDetail }) {
  const { issuedOn, issuedTime } = directive
  const { data } = useQuery(dueDatePreview({ dueOn, issuedOn, issuedTime }))
  if (!data) return null
  return (
    <p className={classes.explanation}>
      {m.assignments_due_explained({ explanation: data.explanation })}
    </p>
  )
}
