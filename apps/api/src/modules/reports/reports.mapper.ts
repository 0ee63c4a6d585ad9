import type { Report } from '@dunghan/contract'
import { entryTimeliness } from '@dunghan/domain'
import { toAttachedFile } from '../files/files.mapper.ts'
import type { ReportRecord } from './report-record.ts'

export function toReport(report: ReportRecord): Report {
  const { assignmentId, recordedAt, entryDeadlineAt, submittedAt, reviewDueAt, ...more } = report
  const { review, files, ...rest } = more
  return {
    ...rest,
    files: files.map(toAttachedFile),
    submittedAt: submittedAt.toISOString(),
    reviewDueAt: reviewDueAt.toISOString(),
    entry: {
      deadlineAt: entryDeadlineAt.toISOString(),
      timeliness: entryTimeliness(entryDeadlineAt, submittedAt),
    },
    review: review && {
      ...review,
      reviewedAt: review.reviewedAt.toISOString(),
      timeliness: entryTimeliness(reviewDueAt, review.reviewedAt),
    },
  }
}
