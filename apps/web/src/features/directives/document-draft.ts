import type { CivilDate, DirectiveKind, Visibility } from '@dunghan/domain'

/** The fields of a document as they stand in a form, half typed or whole. */
export interface DocumentDraft {
  kind: DirectiveKind
  number: string
  symbol: string
  title: string
  abstract: string
  issuedOn: CivilDate | null
  /** As typed. */
  issuedTime: string
  directedById: string | null
  signedBy: string
  /** Who drafted it and so owns it; null is whoever enters it. */
  draftedById: string | null
  visibility: Visibility
}

/** Sentences by field, named as the pointers of the API with dots: `tasks.0.dueOn`. */
export type Errors = Readonly<Record<string, string>>

/** What the parts of a form about the document are given. */
export interface DocumentProps {
  value: DocumentDraft
  change: (patch: Partial<DocumentDraft>) => void
  errors: Errors
}
