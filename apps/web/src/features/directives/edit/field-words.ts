import type { Schema } from '../../../api/types.ts'
import { visibilityWords } from '../../../lib/desk-terms.ts'
import { formatCivilDate, NOTHING } from '../../../lib/format.ts'
import { kindWords } from '../../../lib/terms.ts'
import { m } from '../../../paraglide/messages.js'
import type { DocumentDraft } from '../document-draft.ts'
import type { Field } from './edit-draft.ts'

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
  visibility: m.directives_visibility,
}

/** The value of a field as people read it. */
export function valueWords(
  field: Field,
  draft: DocumentDraft,
  leaders: readonly Schema<'Leader'>[],
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
    default:
      return draft[field] || NOTHING
  }
}
