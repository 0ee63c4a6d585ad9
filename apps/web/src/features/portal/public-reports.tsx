import { formatCivilDate, formatDocumentNumber } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { TimelinessBadge } from '../../ui/timeliness-badge.tsx'
import { VerdictBadge } from '../../ui/verdict-badge.tsx'
import classes from './assignments.module.css'
import { PublicFiles } from './public-files.tsx'

type Report = Schema<'PublicAssignmentDetail'>['reports'][number]

/**
 * What the unit sent back, each with its class and the office's verdict.
 * @param of whose task it is now: a report of another unit says so
 */
export function PublicReports({ reports, of }: { reports: readonly Report[]; of: { id: string } }) {
  if (reports.length === 0) return <p>{m.portal_no_report()}</p>
  return reports.map((report) => (
    <article key={report.submittedAt} className={classes.report}>
      <h3>{report.title}</h3>
      {report.unit.id !== of.id && <p>{m.portal_report_of({ unit: report.unit.name })}</p>}
      <p className={classes.source}>
        {m.portal_report_line({
          number: formatDocumentNumber(report.number, report.symbol) ?? '',
          date: formatCivilDate(report.issuedOn),
          instant: formatInstant(report.submittedAt),
        })}
      </p>
      <div className={classes.badges}>
        <TimelinessBadge timeliness={report.timeliness} />
        <VerdictBadge verdict={report.verdict} />
      </div>
      <PublicFiles files={report.files} />
    </article>
  ))
}
