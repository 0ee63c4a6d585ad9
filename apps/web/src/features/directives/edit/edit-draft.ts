import type { Schema } from '../../../api/types.ts'
import { documentBody } from '../document-body.ts'
import type { DocumentDraft } from '../document-draft.ts'

type Directive = Schema<'Directive'>
export type Field = keyof DocumentDraft

/** A directive's own fields as a form holds them. */
export function draftOf(directive: Directive): DocumentDraft {
  return {
    kind: directive.kind,
    number: directive.number ?? '',
    symbol: directive.symbol ?? '',
    title: directive.title,
    abstract: directive.abstract,
    issuedOn: directive.issuedOn,
    issuedTime: directive.issuedTime ?? '',
    directedById: directive.directedById,
    signedBy: directive.signedBy,
    visibility: directive.visibility,
  }
}

export const fields = [
  'kind',
  'number',
  'symbol',
  'title',
  'abstract',
  'issuedOn',
  'issuedTime',
  'directedById',
  'signedBy',
  'visibility',
] as const satisfies readonly Field[]

/** The fields that differ, white space at the ends apart. */
export function changedFields(before: DocumentDraft, after: DocumentDraft): Field[] {
  const a = documentBody(before)
  const b = documentBody(after)
  return fields.filter((field) => a[field] !== b[field])
}

/** Only what was changed is sent, so that two people may mend different fields. */
export function changesBody(
  before: DocumentDraft,
  after: DocumentDraft,
): Schema<'EditDirectiveInput'> {
  const body = documentBody(after)
  return Object.fromEntries(changedFields(before, after).map((field) => [field, body[field]]))
}

/** What was typed on top of what is there now. */
export function rebased(
  before: DocumentDraft,
  typed: DocumentDraft,
  present: DocumentDraft,
): DocumentDraft {
  const mine = changedFields(before, typed).map((field) => [field, typed[field]])
  return { ...present, ...Object.fromEntries(mine) }
}
