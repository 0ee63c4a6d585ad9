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
    draftedById: directive.draftedById,
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
  'draftedById',
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

type Files = Pick<Directive, 'files'>['files']
type Roles = Record<string, Files[number]['role']>

export const rolesIn = (files: Files): Roles =>
  Object.fromEntries(files.map(({ id, role }) => [id, role]))

/** What somebody else did with the files meanwhile, for a form to do likewise. */
export function filesMoved(before: Files, present: Files): { come: Files; gone: string[] } {
  const was = rolesIn(before)
  const is = rolesIn(present)
  return {
    come: present.filter(({ id }) => !(id in was)),
    gone: before.flatMap(({ id }) => (id in is ? [] : [id])),
  }
}

/** The roles chosen here on top of those there are now. */
export function rebasedRoles(before: Files, chosen: Roles, present: Files): Roles {
  const was = rolesIn(before)
  const mine = Object.entries(chosen).filter(([id, role]) => was[id] !== role)
  return { ...rolesIn(present), ...Object.fromEntries(mine) }
}
