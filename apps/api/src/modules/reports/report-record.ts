import type { CivilDate, ReviewVerdict, Timeliness, UnitType } from '@dunghan/domain'
import type { AttachedFileRecord } from '../files/attached-files.store.ts'

export interface ReviewRecord {
  verdict: ReviewVerdict
  comment: string | null
  reviewedAt: Date
  reviewedBy: { id: string; displayName: string }
}

/** One attempt of a unit to answer, with the verdict it got. */
export interface ReportRecord {
  id: string
  assignmentId: string
  attempt: number
  /** Who sent it. */
  unit: { id: string; code: string; name: string; type: UnitType }
  title: string
  number: string
  symbol: string
  abstract: string
  issuedOn: CivilDate
  issuedTime: string | null
  signedBy: string
  summary: string
  submittedAt: Date
  /** When it came on record: never before it was sent. */
  recordedAt: Date
  entryDeadlineAt: Date
  reviewDueAt: Date
  timeliness: Timeliness
  daysLate: number | null
  files: AttachedFileRecord[]
  review: ReviewRecord | null
}
