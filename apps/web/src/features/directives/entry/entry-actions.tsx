import type { RefObject } from 'react'
import { formatInstantTime } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/confirm.tsx'
import type { Errors } from '../document-draft.ts'
import { ErrorList } from '../error-list.tsx'
import classes from '../form.module.css'

interface Props {
  kept: { savedAt: string | null; failed: boolean }
  form: RefObject<HTMLFormElement | null>
  errors: Errors
  sending: boolean
  canDiscard: boolean
  onSubmit: () => void
  onDiscard: () => void
}

/** Always in sight: where the draft stands, and the way to send it. */
export function EntryActions(props: Props) {
  const { kept, form, errors, sending, canDiscard, onSubmit, onDiscard } = props
  return (
    <div className={classes.actions}>
      <div className={classes.status}>
        <ErrorList form={form} errors={errors} />
        {kept.failed
          ? m.directives_draft_unsaved()
          : kept.savedAt && m.directives_draft_saved({ at: formatInstantTime(kept.savedAt) })}
      </div>
      {canDiscard && (
        <ConfirmButton
          variant="subtle"
          title={m.directives_draft_discard_title()}
          act={m.directives_draft_discard()}
          danger
          onConfirm={async () => onDiscard()}
        >
          {m.directives_draft_discard_text()}
        </ConfirmButton>
      )}
      <Button
        variant="primary"
        loading={sending}
        onClick={onSubmit}
        aria-keyshortcuts="Control+Enter"
      >
        {m.directives_submit()}
        <span className={classes.keys} aria-hidden>
          {m.directives_submit_keys()}
        </span>
      </Button>
    </div>
  )
}
