import { formatDocumentNumber } from '@dunghan/domain'
import { useEffect, useRef } from 'react'
import type { Assignment, AssignmentDetail, Report } from '../../api/assignments.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { AttachedFiles } from '../../ui/attached-files.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReportView } from '../../ui/report-view.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import { TimelinessBadge } from '../../ui/timeliness-badge.tsx'
import classes from './review.module.css'

interface Props {
  assignment: AssignmentDetail
  report: Report
  queue: readonly Assignment[]
}

/** What is judged: the task on top, the report to read below it. */
export function ReportSheet({ assignment, report, queue }: Props) {
  const { unit, task, directive, reports } = assignment
  const heading = useRef<HTMLHeadingElement>(null)
  const place = queue.findIndex(({ id }) => id === assignment.id) + 1
  // The next one opened by itself: reading begins at its top, and a screen reader is told.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <section className={classes.task} aria-label={m.reviews_task()}>
        <p className={classes.place}>
          {place > 0 && m.reviews_place({ place, count: queue.length })}{' '}
          <a href={paths.assignment(assignment.id)}>{m.reviews_open_assignment()}</a>
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {unit.name}
        </h2>
        <p className={classes.content}>{task.content}</p>
        <div className={classes.facts}>
          <span>{directiveName(directive)}</span>
          <DueDate {...assignment} workingDaysLeft={null} />
          <TimelinessBadge timeliness={report.timeliness} daysLate={report.daysLate} />
          {report.attempt > 1 && <span>{m.assignments_attempt({ attempt: report.attempt })}</span>}
        </div>
      </section>
      <Panel title={m.assignments_report_document()}>
        <AttachedFiles files={report.files} of={numberOf(report)} opened />
        <div className={classes.metadata}>
          <ReportView report={report} of={assignment.unit} withFiles={false} />
        </div>
      </Panel>
      <Panel title={m.assignments_directive()}>
        <Facts entries={[[m.assignments_directive_title(), directive.title]]} />
        <AttachedFiles files={directive.files} of={numberOf(directive)} />
      </Panel>
      {reports.length > 1 && (
        <Panel title={m.reviews_earlier()}>
          {reports
            .filter(({ id }) => id !== report.id)
            .map((earlier) => (
              <article key={earlier.id} className={classes.earlier}>
                <h3>{m.assignments_attempt({ attempt: earlier.attempt })}</h3>
                <ReviewMark review={earlier.review} />
              </article>
            ))}
        </Panel>
      )}
    </>
  )
}

const numberOf = ({ number, symbol }: { number: string | null; symbol: string | null }) =>
  formatDocumentNumber(number, symbol)
