import type { CivilDate } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type ExtensionRecord,
  extensionsJson,
  reviveExtension,
} from '../extensions/extensions.store.ts'
import { attachedFileJson, type FileRole, reviveFile } from '../files/attached-files.store.ts'
import type { ReportRecord, ReviewRecord } from './report-record.ts'

export interface NewReport extends Omit<ReportRecord, 'attempt' | 'files' | 'review' | 'unit'> {
  submittedById: string
  /** The unit and the dates in force when it was sent. */
  unitId: string
  dueOn: CivilDate
  effectiveDueOn: CivilDate
}

/** What of a new report is kept where, and as what SQL takes it; its attempt is counted there. */
const columns: [fact: keyof NewReport, column: string, type: string][] = [
  ['id', 'id', 'uuid'],
  ['assignmentId', 'assignment_id', 'uuid'],
  ['title', 'title', 'text'],
  ['number', 'number', 'text'],
  ['symbol', 'symbol', 'text'],
  ['abstract', 'abstract', 'text'],
  ['issuedOn', 'issued_on', 'date'],
  ['issuedTime', 'issued_time', 'text'],
  ['signedBy', 'signed_by', 'text'],
  ['summary', 'summary', 'text'],
  ['submittedAt', 'submitted_at', 'timestamptz'],
  ['submittedById', 'submitted_by_id', 'uuid'],
  ['recordedAt', 'recorded_at', 'timestamptz'],
  ['entryDeadlineAt', 'entry_deadline_at', 'timestamptz'],
  ['reviewDueAt', 'review_due_at', 'timestamptz'],
  ['unitId', 'unit_id', 'uuid'],
  ['dueOn', 'due_on', 'date'],
  ['effectiveDueOn', 'effective_due_on', 'date'],
  ['timeliness', 'timeliness', 'text'],
  ['daysLate', 'days_late', 'integer'],
]
const columnNames = Prisma.raw(columns.map(([, column]) => column).join(', '))
const factNames = Prisma.raw(columns.map(([fact]) => `given."${fact}"`).join(', '))
const factDefinitions = Prisma.raw(columns.map(([fact, , type]) => `"${fact}" ${type}`).join(', '))

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
      const [row] = await db.$queryRaw<{ assignmentId: string }[]>(
        plannedOnce(
          Prisma.sql`SELECT assignment_id AS "assignmentId" FROM report WHERE id = ${reportId}::uuid`,
        ),
      )
      return row?.assignmentId ?? null
    },

    /** Reports with files and reviews, and extensions, of all the assignments named: one query. */
    async listCorrespondence(assignmentIds: string[]): Promise<Map<string, Correspondence>> {
      if (assignmentIds.length === 0) return new Map()
      const rows = await db.$queryRaw<Correspondence[]>(
        plannedOnce(Prisma.sql`
        SELECT wanted.id AS "assignmentId", ${reportsJson('wanted.id')} AS reports,
               ${extensionsJson('wanted.id')} AS extensions
          FROM unnest(${assignmentIds}::uuid[]) AS wanted(id)`),
      )
      return new Map(rows.map((row) => [row.assignmentId, reviveCorrespondence(row)]))
    },

    /** Where one report stands that is about to be reviewed. */
    async findAttempt(reportId: string): Promise<{ attempt: number; reviewed: boolean } | null> {
      const [row] = await db.$queryRaw<{ attempt: number; reviewed: boolean }[]>(
        plannedOnce(Prisma.sql`
        SELECT r.attempt, EXISTS (SELECT FROM review v WHERE v.report_id = r.id) AS reviewed
          FROM report r WHERE r.id = ${reportId}::uuid`),
      )
      return row ?? null
    },

    /**
     * A report on a locked assignment with its files, in their order: one statement.
     * @returns which attempt of the assignment's it is, counted from 1
     */
    async insert(report: NewReport, files: { fileId: string; role: FileRole }[]): Promise<number> {
      const [row] = await db.$queryRaw<{ attempt: number }[]>(
        plannedOnce(Prisma.sql`
        WITH sent AS (
          INSERT INTO report (attempt, ${columnNames})
          SELECT (SELECT count(*)::int + 1 FROM report WHERE assignment_id = given."assignmentId"),
                 ${factNames}
            FROM jsonb_to_record(${JSON.stringify(report)}::jsonb) AS given(${factDefinitions})
          RETURNING id, attempt
        ), carried AS (
          INSERT INTO report_file (report_id, file_id, role, position)
          SELECT sent.id, use.file_id, use.role, use.place - 1
            FROM sent, ROWS FROM (jsonb_to_recordset(${JSON.stringify(files)}::jsonb) AS (
                   "fileId" uuid, role text)) WITH ORDINALITY AS use(file_id, role, place)
        )
        SELECT attempt FROM sent`),
      )
      if (!row) throw new Error('A report was not kept.')
      return row.attempt
    },

    async insertReview(
      review: Omit<ReviewRecord, 'reviewedBy'> & { reportId: string; reviewedById: string },
    ): Promise<void> {
      const { reportId, verdict, comment, reviewedAt, reviewedById } = review
      await db.$executeRaw(
        plannedOnce(Prisma.sql`
        INSERT INTO review (report_id, verdict, comment, reviewed_at, reviewed_by_id)
        VALUES (${reportId}::uuid, ${verdict}, ${comment}, ${reviewedAt}::timestamptz,
                ${reviewedById}::uuid)`),
      )
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
