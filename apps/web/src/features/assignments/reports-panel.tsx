import type { AssignmentDetail } from '../../api/assignments.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { ReportView } from '../../ui/report-view.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import classes from './assignment.module.css'
import { anchors } from './history-changes.ts'

/** Every attempt with its own verdict, the latest on top. */
export function ReportsPanel({ assignment }: { assignment: AssignmentDetail }) {
  const reports = assignment.reports.toReversed()
  return (
    <Panel title={m.assignments_reports()}>
      {reports.length === 0 && <p className={classes.none}>{m.assignments_reports_none()}</p>}
      {reports.map((report, index) => (
        <article key={report.id} id={anchors.report(report.attempt)} className={classes.report}>
          <h3>{m.assignments_attempt({ attempt: report.attempt })}</h3>
          <ReviewMark review={report.review} />
          {index === 0 ? (
            <ReportView report={report} of={assignment.unit} />
          ) : (
            <details>
              <summary>{m.assignments_attempt_show()}</summary>
              <ReportView report={report} of={assignment.unit} />
            </details>
          )}
        </article>
      ))}
    </Panel>
  )
}
