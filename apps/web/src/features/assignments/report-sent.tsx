import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Assignment } from '../../api/assignments.ts'
import { formatDeadline } from '../../lib/deadline.ts'
import { formatInstant } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EntryMark } from '../../ui/entry-mark.tsx'
import { Facts } from '../../ui/facts.tsx'
import { TimelinessBadge } from '../../ui/timeliness-badge.tsx'
import classes from './assignment.module.css'
import { classReason } from './report-class.ts'

interface Props {
  assignment: Assignment
  onClose: () => void
}

/** What was sent, the class it got and why. */
export function ReportSent({ assignment, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  const report = assignment.reports.at(-1)
  if (!report) return null
  const { dueOn, effectiveDueOn } = assignment
  const { submittedAt, timeliness, daysLate, entry, reviewDueAt } = report
  return (
    <section className={classes.sent}>
      <h2 ref={heading} tabIndex={-1}>
        <IconCircleCheckFilled size={22} aria-hidden /> {m.assignments_report_sent()}
      </h2>
      <Facts
        entries={[
          [m.assignments_sent_at(), formatInstant(submittedAt)],
          [
            m.assignments_class(),
            <>
              <TimelinessBadge timeliness={timeliness} daysLate={daysLate} />{' '}
              {classReason({ sentAt: submittedAt, timeliness, daysLate, dueOn, effectiveDueOn })}
            </>,
          ],
          [
            m.assignments_entry_deadline(),
            <>
              {formatDeadline(entry.deadlineAt)} <EntryMark timeliness={entry.timeliness} />
            </>,
          ],
          [m.assignments_review_due(), formatDeadline(reviewDueAt)],
        ]}
      />
      <p>{m.assignments_report_sent_next()}</p>
      <div className={classes.buttons}>
        <ButtonLink href={paths.overview()}>{m.assignments_report_sent_others()}</ButtonLink>
        <Button variant="subtle" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
    </section>
  )
}
