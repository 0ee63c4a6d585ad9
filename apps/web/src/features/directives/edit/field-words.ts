import type { Schema } from '../../../api/types.ts'
import { visibilityWords } from '../../../lib/desk-terms.ts'
import { formatCivilDate, NOTHING } from '../../../lib/format.ts'
import { kindWords } from '../../../lib/terms.ts'
import { m } from '../../../paraglide/messages.js'
import type { DocumentDraft } from '../document-draft.ts'
import type { Field } from './edit-draft.ts'

/** Those whom ids in a draft stand for. */
export interface People {
  leaders: readonly Schema<'Leader'>[]
  specialists: readonly Schema<'AccountRef'>[]
}

export const fieldWords: Record<Field, () => string> = {
  kind: m.directives_kind,
  number: m.directives_number,
  symbol: m.directives_symbol,
  title: m.directives_title,
  abstract: m.directives_abstract,
  issuedOn: m.directives_issued,
  issuedTime: m.directives_issued_time,
  directedById: m.directives_directed_by,
  signedBy: m.directives_signed_by,
  draftedById: m.directives_drafted_by,
  visibility: m.directives_visibility,
}

/** The value of a field as people read it. */
export function valueWords(
  field: Field,
  draft: DocumentDraft,
  { leaders, specialists }: People,
): string {
  switch (field) {
    case 'kind':
      return kindWords[draft.kind]()
    case 'visibility':
      return visibilityWords[draft.visibility]()
    case 'issuedOn':
      return draft.issuedOn ? formatCivilDate(draft.issuedOn) : NOTHING
    case 'directedById':
      return leaders.find(({ id }) => id === draft.directedById)?.name ?? NOTHING
    case 'draftedById':
      return specialists.find(({ id }) => id === draft.draftedById)?.displayName ?? NOTHING
    default:
      return draft[field] || NOTHING
  }
}
