import type { CivilDate } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { toDate } from '../../db/values.ts'
import {
  type ExtensionRecord,
  extensionsJson,
  reviveExtension,
} from '../extensions/extensions.store.ts'
import { attachedFileJson, reviveFile } from '../files/attached-files.store.ts'
import type { ReportRecord, ReviewRecord } from './report-record.ts'

export interface NewReport extends Omit<ReportRecord, 'files' | 'review' | 'unit'> {
  submittedById: string
  /** The unit and the dates in force when it was sent. */
  unitId: string
  dueOn: CivilDate
  effectiveDueOn: CivilDate
}

/** What units and office sent each other about some assignments. */
export interface Correspondence {
  assignmentId: string
  reports: ReportRecord[]
  extensions: ExtensionRecord[]
}

/** An assignment's reports with files and reviews as a JSON array. @param id an expression of SQL */
export const reportsJson = (id: string) => Prisma.sql`COALESCE((
  SELECT json_agg(json_build_object(
      'id', r.id, 'assignmentId', r.assignment_id, 'attempt', r.attempt, 'title', r.title,
      'unit', (SELECT json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'type', u.type)
                 FROM unit u WHERE u.id = r.unit_id),
      'number', r.number, 'symbol', r.symbol, 'abstract', r.abstract,
      'issuedOn', r.issued_on::text, 'issuedTime', r.issued_time, 'signedBy', r.signed_by,
      'summary', r.summary, 'submittedAt', r.submitted_at, 'recordedAt', r.recorded_at,
      'entryDeadlineAt', r.entry_deadline_at, 'reviewDueAt', r.review_due_at,
      'timeliness', r.timeliness, 'daysLate', r.days_late,
      'files', COALESCE((SELECT json_agg(${attachedFileJson} ORDER BY use.position)
                  FROM report_file use JOIN file f ON f.id = use.file_id
                 WHERE use.report_id = r.id), '[]'::json),
      'review', (SELECT json_build_object('verdict', v.verdict, 'comment', v.comment,
                  'reviewedAt', v.reviewed_at,
                  'reviewedBy', json_build_object('id', c.id, 'displayName', c.display_name))
                  FROM review v JOIN account c ON c.id = v.reviewed_by_id
                 WHERE v.report_id = r.id)) ORDER BY r.attempt)
    FROM report r WHERE r.assignment_id = ${Prisma.raw(id)}), '[]'::json)`

/** Turns the instants of `reportsJson` and `extensionsJson`, which travel as text, into instants. */
export const reviveCorrespondence = (row: Correspondence): Correspondence => ({
  assignmentId: row.assignmentId,
  reports: row.reports.map(reviveReport),
  extensions: row.extensions.map(reviveExtension),
})

export function reportStore(db: Tx) {
  return {
    async findAssignmentId(reportId: string): Promise<string | null> {
      const row = await db.report.findUnique({
        where: { id: reportId },
        select: { assignmentId: true },
      })
      return row?.assignmentId ?? null
    },

    /** Reports with files and reviews, and extensions, of all the assignments named: one query. */
    async listCorrespondence(assignmentIds: string[]): Promise<Map<string, Correspondence>> {
      if (assignmentIds.length === 0) return new Map()
      const rows = await db.$queryRaw<Correspondence[]>`
        SELECT wanted.id AS "assignmentId", ${reportsJson('wanted.id')} AS reports,
               ${extensionsJson('wanted.id')} AS extensions
          FROM unnest(${assignmentIds}::uuid[]) AS wanted(id)`
      return new Map(rows.map((row) => [row.assignmentId, reviveCorrespondence(row)]))
    },

    /** How often an assignment was reported on. */
    count: (assignmentId: string): Promise<number> => db.report.count({ where: { assignmentId } }),

    async insert(report: NewReport): Promise<void> {
      await db.report.create({
        data: {
          ...report,
          issuedOn: toDate(report.issuedOn),
          dueOn: toDate(report.dueOn),
          effectiveDueOn: toDate(report.effectiveDueOn),
        },
      })
    },

    async insertReview(
      review: Omit<ReviewRecord, 'reviewedBy'> & { reportId: string; reviewedById: string },
    ): Promise<void> {
      await db.review.create({ data: review })
    },
  }
}

const reviveReport = (report: ReportRecord): ReportRecord => ({
  ...report,
  submittedAt: new Date(report.submittedAt),
  recordedAt: new Date(report.recordedAt),
  entryDeadlineAt: new Date(report.entryDeadlineAt),
  reviewDueAt: new Date(report.reviewDueAt),
  files: report.files.map(reviveFile),
  review: report.review && { ...report.review, reviewedAt: new Date(report.review.reviewedAt) },
})
