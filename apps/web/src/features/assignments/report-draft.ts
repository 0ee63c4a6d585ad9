import { type CivilDate, civilDateAt } from '@dunghan/domain'
import type { AssignmentDetail } from '../../api/assignments.ts'
import type { Schema } from '../../api/types.ts'
import { parseTypedTime } from '../../lib/typed-time.ts'
import { now } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import type { ReportBody } from './queries.ts'

/** What is typed into the form of a report. */
export interface ReportDraft {
  title: string
  number: string
  symbol: string
  abstract: string
  issuedOn: CivilDate | null
  issuedTime: string
  signedBy: string
  summary: string
}

/**
 * After a return, the form opens with what was sent before: most of it stands.
 * @param usual what the unit wrote on its last report, for its first on this assignment
 */
export function firstDraft(
  { reports }: Pick<AssignmentDetail, 'reports'>,
  usual: Partial<Pick<ReportDraft, 'symbol' | 'signedBy'>> = {},
): ReportDraft {
  const before = reports.at(-1)
  return {
    title: before?.title ?? '',
    number: '',
    symbol: before?.symbol ?? usual.symbol ?? '',
    abstract: before?.abstract ?? '',
    issuedOn: civilDateAt(now()),
    issuedTime: '',
    signedBy: before?.signedBy ?? usual.signedBy ?? '',
    summary: before?.summary ?? '',
  }
}

const needed = (message: () => string) => (value: string) => (value.trim() ? null : message())

export const draftRules = {
  title: needed(m.assignments_title_required),
  number: needed(m.assignments_number_required),
  symbol: needed(m.assignments_symbol_required),
  signedBy: needed(m.assignments_signed_by_required),
  issuedOn: (value: CivilDate | null) => {
    if (!value) return m.assignments_issued_required()
    return value > civilDateAt(now()) ? m.assignments_issued_in_future() : null
  },
  issuedTime: (value: string) =>
    value.trim() === '' || parseTypedTime(value) ? null : m.assignments_time_invalid(),
}

/** The draft as the API takes it; `signedId` is the file that is the report itself. */
export function bodyOf(
  draft: ReportDraft,
  files: readonly Schema<'File'>[],
  signedId: string | null,
): ReportBody {
  return {
    ...draft,
    issuedOn: draft.issuedOn ?? '',
    issuedTime: parseTypedTime(draft.issuedTime),
    files: files.map(({ id }) => ({
      fileId: id,
      role: id === signedId ? 'signed_document' : 'supporting',
    })),
  }
}
