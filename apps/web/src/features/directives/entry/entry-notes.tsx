import { formatDocumentNumber } from '@dunghan/domain'
import type { ApiProblem } from '../../../api/problem.ts'
import { formatInstant } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import { ButtonLink } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
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

/** A refusal that is not about one field alone; a document entered before can be opened. */
export function Refusal({ problem, draft }: { problem: ApiProblem; draft: DocumentDraft }) {
  const number = formatDocumentNumber(draft.number, draft.symbol)
  const duplicate = problem.name === 'duplicate-document' && number
  return (
    <ErrorState
      problem={problem}
      actions={
        duplicate && (
          <ButtonLink href={paths.directives({ q: number })} target="_blank">
            {m.directives_duplicate_open()}
          </ButtonLink>
        )
      }
    />
  )
}
