import { formatDocumentNumber } from '@dunghan/domain'
import type { ApiProblem } from '../../../api/problem.ts'
import { formatInstant } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import { ButtonLink } from '../../../ui/button.tsx'
import type { DocumentDraft } from '../document-draft.ts'
import classes from '../form.module.css'

interface DraftNoteProps {
  restoredAt: string | null
  filesGone: boolean
}

/** That the page began with a draft, and what of it could not be kept. */
export function DraftNote({ restoredAt, filesGone }: DraftNoteProps) {
  if (!restoredAt) return null
  return (
    <div className={classes.note} role="status">
      <span>
        {m.directives_draft_restored({ at: formatInstant(restoredAt) })}{' '}
        {filesGone && <strong>{m.directives_file_gone()}</strong>}
      </span>
    </div>
  )
}

/** The document is there already: said at its number, and opened from here. */
export function Duplicate({ problem, draft }: { problem: ApiProblem; draft: DocumentDraft }) {
  const number = formatDocumentNumber(draft.number, draft.symbol)
  if (!number) return null
  return (
    <div className={classes.note} role="alert">
      <strong>{problem.title}</strong>
      <ButtonLink small href={paths.directives({ q: number })} target="_blank">
        {m.directives_duplicate_open()}
      </ButtonLink>
    </div>
  )
}
