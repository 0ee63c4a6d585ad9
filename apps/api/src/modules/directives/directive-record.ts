import type { CivilDate, DirectiveKind, Visibility } from '@dunghan/domain'

/** A directive's own fields, as they can be entered and edited. */
export interface DirectiveFields {
  kind: DirectiveKind
  title: string
  number: string | null
  symbol: string | null
  abstract: string
  issuedOn: CivilDate
  issuedTime: string | null
  directedById: string
  signedBy: string
  draftedById: string
  visibility: Visibility
}

export interface DirectiveRecord extends DirectiveFields {
  id: string
  version: number
  recordedAt: Date
  recordedById: string
  entryDeadlineAt: Date
  withdrawnAt: Date | null
  withdrawalReason: string | null
  directedBy: { id: string; name: string; position: string }
  draftedBy: { id: string; displayName: string }
  recordedBy: { id: string; displayName: string }
}

export interface TaskRecord {
  id: string
  directiveId: string
  position: number
  content: string
  dueOn: CivilDate
}

export function fieldsOf(record: DirectiveFields): DirectiveFields {
  const { kind, title, number, symbol, abstract, issuedOn, issuedTime } = record
  const { directedById, signedBy, draftedById, visibility } = record
  return {
    kind,
    title,
    number,
    symbol,
    abstract,
    issuedOn,
    issuedTime,
    directedById,
    signedBy,
    draftedById,
    visibility,
  }
}
