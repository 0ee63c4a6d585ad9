import { parseTypedTime } from '../../lib/typed-time.ts'
import type { DocumentDraft } from './document-draft.ts'

const orNull = (text: string) => text.trim() || null

/** A document's fields as the API takes them; what is missing has been asked for by now. */
export function documentBody(value: DocumentDraft) {
  return {
    kind: value.kind,
    number: orNull(value.number),
    symbol: orNull(value.symbol),
    title: value.title.trim(),
    abstract: value.abstract.trim(),
    issuedOn: value.issuedOn ?? '',
    issuedTime: parseTypedTime(value.issuedTime),
    directedById: value.directedById ?? '',
    signedBy: value.signedBy.trim(),
    ...(value.draftedById ? { draftedById: value.draftedById } : {}),
    visibility: value.visibility,
  }
}
