import { formatDocumentNumber } from '@dunghan/domain'
import type { Schema } from '../api/types.ts'
import { formatDeadline } from '../lib/deadline.ts'
import { formatCivilDate, formatInstant } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { AttachedFiles } from './attached-files.tsx'
import { EntryMark } from './entry-mark.tsx'
import { Facts } from './facts.tsx'
import { TimelinessBadge } from './timeliness-badge.tsx'

interface Props {
  report: Schema<'Report'>
  /** Whose assignment it is now: told only where another unit sent the report. */
  of?: { id: string }
  /** Left out where the page shows the files elsewhere. */
  withFiles?: boolean
}

/** One report of a unit: its document, its class and its files. */
export function ReportView({ report, of, withFiles = true }: Props) {
  const { issuedOn, issuedTime, entry, review } = report
  const number = formatDocumentNumber(report.number, report.symbol)
  return (
    <Facts
      entries={[
        [m.assignments_report_title(), <strong key="title">{report.title}</strong>],
        [m.assignments_document_number(), number],
        [m.assignments_issued(), [formatCivilDate(issuedOn), issuedTime].filter(Boolean).join(' ')],
        [m.assignments_report_unit(), of && of.id !== report.unit.id && report.unit.name],
        [m.assignments_signed_by(), report.signedBy],
        [m.assignments_abstract(), report.abstract],
        [m.assignments_summary(), report.summary],
        [
          m.assignments_sent_at(),
          <>
            {formatInstant(report.submittedAt)}{' '}
            <TimelinessBadge timeliness={report.timeliness} daysLate={report.daysLate} />
          </>,
        ],
        [
          m.assignments_entry_deadline(),
          <>
            {formatDeadline(entry.deadlineAt)} <EntryMark timeliness={entry.timeliness} />
          </>,
        ],
        [
          m.assignments_review_due(),
          <>
            {formatDeadline(report.reviewDueAt)}{' '}
            {review && <EntryMark timeliness={review.timeliness} />}
          </>,
        ],
        [
          m.assignments_files(),
          withFiles && <AttachedFiles key="files" files={report.files} of={number} />,
        ],
      ]}
    />
  )
}
