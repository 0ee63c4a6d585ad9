import { useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { type ApiProblem, asProblem } from '../../../api/problem.ts'
import type { Schema } from '../../../api/types.ts'
import { useAccount, useMostBytes } from '../../../api/use-session.ts'
import { useUploads } from '../../../api/use-uploads.ts'
import { paths } from '../../../lib/paths.ts'
import { now } from '../../../lib/use-now.ts'
import { useUnsaved } from '../../../lib/use-unsaved.ts'
import { m } from '../../../paraglide/messages.js'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { DirectiveFiles } from '../directive-files.tsx'
import { DocumentFields } from '../document-fields.tsx'
import { focusFirstError, hasField, placeErrors } from '../field-errors.ts'
import { rolesOf } from '../file-roles.ts'
import classes from '../form.module.css'
import { signerOf } from '../signature-verdict.tsx'
import { useFilesChanged } from '../use-files-changed.ts'
import { checkEntry } from './check-entry.ts'
import { discardDraft } from './draft-store.ts'
import { EntryActions } from './entry-actions.tsx'
import { entryBody } from './entry-body.ts'
import { DraftNote, Duplicate } from './entry-notes.tsx'
import { TasksEditor } from './tasks-editor.tsx'
import { useDraft, useKeptDraft } from './use-draft.ts'
import { useKeptFiles } from './use-kept-files.ts'
import { useSend } from './use-send.ts'
import { useSendKeys, withoutEnterAlone } from './use-send-keys.ts'

interface Props {
  units: readonly Schema<'Unit'>[]
  leaders: readonly Schema<'Leader'>[]
  specialists: readonly Schema<'AccountRef'>[]
}

/** A directive with its tasks, on one page. */
export function EntryForm({ units, leaders, specialists }: Props) {
  const maxSize = useMostBytes()
  const account = useAccount()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const entry = useDraft(account.id)
  const { draft, errors, dispatch } = entry
  const uploads = useUploads(maxSize, entry.keptFiles)
  useFilesChanged(uploads.uploads, () => dispatch({ type: 'files' }))
  const filesGone = useKeptFiles(entry.keptFiles, uploads.remove)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const sent = useRef(false)
  const touched = entry.touched || uploads.uploads.length !== entry.keptFiles.length
  const duplicate = problem?.name === 'duplicate-document'
  const unsaved = () => touched && !sent.current
  useUnsaved(unsaved, m.directives_leave_text)
  const kept = useKeptDraft(account.id, draft, uploads.files, unsaved)

  const send = useSend(
    ({ id }) => {
      sent.current = true
      discardDraft(account.id)
      navigate(paths.directive(id), { state: { entered: true } })
    },
    (error) => {
      const refused = asProblem(error)
      if (!refused) return
      const placed = placeErrors(refused, hasField(form.current))
      show(placed.errors)
      setProblem(placed.rest || refused.name === 'duplicate-document' ? refused : null)
    },
  )

  const show = (found: typeof errors) => {
    dispatch({ type: 'errors', errors: found })
    // Once the sentences are drawn, so that a screen reader reads them with the field.
    requestAnimationFrame(() => focusFirstError(form.current, found))
  }
  const submit = () => {
    if (send.isPending) return
    setProblem(null)
    const signed = [...rolesOf(uploads.files, draft.fileRoles).values()].includes('signed_document')
    const found: Record<string, string> = { ...checkEntry(draft, signed, now()) }
    if (uploads.busy) found.files = m.directives_file_waits()
    else if (uploads.failed) found.files = m.directives_file_failed()
    show(found)
    if (Object.keys(found).length === 0) send.mutate(entryBody(draft, uploads.files))
  }
  useSendKeys(submit)

  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={withoutEnterAlone}
    >
      <DraftNote restoredAt={entry.restoredAt} filesGone={filesGone} />
      {problem && duplicate && <Duplicate problem={problem} draft={draft} />}
      <Panel title={m.directives_section_document()}>
        <DocumentFields
          value={draft}
          change={(patch) => dispatch({ type: 'document', patch })}
          errors={errors}
          leaders={leaders}
          drafters={specialists}
          signer={signerOf(uploads.files)}
        />
      </Panel>
      <Panel title={m.directives_section_files()}>
        <DirectiveFiles
          uploads={uploads}
          chosen={draft.fileRoles}
          onChoose={(id, role) => dispatch({ type: 'file-role', id, role })}
          maxSize={maxSize}
          error={errors.files}
        />
      </Panel>
      <section aria-label={m.directives_section_tasks()}>
        <h2 className={classes.sectionTitle}>{m.directives_section_tasks()}</h2>
        <TasksEditor
          draft={draft}
          pasted={entry.pasted}
          errors={errors}
          units={units}
          dispatch={dispatch}
        />
      </section>
      {problem && !duplicate && <ErrorState problem={problem} />}
      <EntryActions
        kept={kept}
        form={form}
        errors={errors}
        sending={send.isPending}
        canDiscard={touched || entry.restoredAt !== null}
        onSubmit={submit}
        onDiscard={() => {
          for (const { key } of uploads.uploads) uploads.remove(key)
          setProblem(null)
          entry.restart()
        }}
      />
    </form>
  )
}
