import { useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useActOnce } from '../../../api/act-once.ts'
import { asProblem } from '../../../api/problem.ts'
import { queryClient } from '../../../api/query-client.ts'
import type { Schema } from '../../../api/types.ts'
import { useMostBytes } from '../../../api/use-session.ts'
import { useUploads } from '../../../api/use-uploads.ts'
import { paths } from '../../../lib/paths.ts'
import { useUnsaved } from '../../../lib/use-unsaved.ts'
import { m } from '../../../paraglide/messages.js'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { notifyDone } from '../../../ui/notify.ts'
import { Panel } from '../../../ui/panel.tsx'
import { editDirective } from '../acts.ts'
import { DirectiveFiles } from '../directive-files.tsx'
import type { DocumentDraft } from '../document-draft.ts'
import { DocumentFields } from '../document-fields.tsx'
import type { FileRole } from '../entry/entry-draft.ts'
import { ErrorList } from '../error-list.tsx'
import { fieldErrorsWithout } from '../field-errors.ts'
import { fileUses, rolesOf } from '../file-roles.ts'
import classes from '../form.module.css'
import { directive as directiveQuery } from '../queries.ts'
import { useActForm } from '../use-act-form.ts'
import { useFilesChanged } from '../use-files-changed.ts'
import { checkEdit } from './check-edit.ts'
import {
  changedFields,
  changesBody,
  draftOf,
  filesMoved,
  rebased,
  rebasedRoles,
  rolesIn,
} from './edit-draft.ts'
import { StaleNotice } from './stale-notice.tsx'

interface Props {
  directive: Schema<'Directive'>
  leaders: readonly Schema<'Leader'>[]
  specialists: readonly Schema<'AccountRef'>[]
}

/** A directive's own fields and files, corrected. */
export function EditForm({ directive, leaders, specialists }: Props) {
  const navigate = useNavigate()
  const once = useActOnce()
  const maxSize = useMostBytes()
  const saved = useRef(false)
  /** The version that is being edited; it moves on only when the person takes a newer one. */
  const [base, setBase] = useState(directive)
  const [newer, setNewer] = useState<Schema<'Directive'> | null>(null)
  const [value, setValue] = useState(() => draftOf(directive))
  const uploads = useUploads(maxSize, base.files)
  const [chosen, setChosen] = useState<Record<string, FileRole>>(() => rolesIn(base.files))
  const before = draftOf(base)
  const drafters = withDrafter(specialists, base.draftedBy)
  const uses = fileUses(uploads.files, chosen)
  const filesChanged = !sameUses(uses, base.files)
  const dirty = changedFields(before, value).length > 0 || filesChanged

  useUnsaved(() => dirty && !saved.current, m.shell_leave_lost)

  const act = useActForm(
    (body: Schema<'EditDirectiveInput'>) =>
      editDirective(base, body, once({ body, of: base.version })),
    () => {
      saved.current = true
      notifyDone(m.directives_edit_saved())
      navigate(paths.directive(base.id))
    },
    async (error) => {
      if (asProblem(error)?.name !== 'stale') return false
      const fresh = { ...directiveQuery(base.id), staleTime: 0 }
      setNewer(await queryClient.fetchQuery(fresh))
      return true
    },
  )
  useFilesChanged(uploads.uploads, () => act.setErrors(fieldErrorsWithout(act.errors, ['files'])))
  const change = (patch: Partial<DocumentDraft>) => {
    setValue({ ...value, ...patch })
    act.setErrors(fieldErrorsWithout(act.errors, Object.keys(patch)))
  }
  const take = (present: Schema<'Directive'>) => {
    const { come, gone } = filesMoved(base.files, present.files)
    uploads.take(come)
    for (const id of gone) uploads.remove(id)
    setChosen(rebasedRoles(base.files, chosen, present.files))
    setValue(rebased(before, value, draftOf(present)))
    setBase(present)
    setNewer(null)
    notifyDone(m.directives_stale_rebased())
  }
  const submit = () => {
    const signed = [...rolesOf(uploads.files, chosen).values()].includes('signed_document')
    const found = checkEdit(value, base, signed)
    if (uploads.busy) found.files = m.directives_file_waits()
    else if (uploads.failed) found.files = m.directives_file_failed()
    const changes = changesBody(before, value)
    act.submit(filesChanged ? { ...changes, files: uses } : changes, found)
  }

  return (
    <form
      ref={act.form}
      className={classes.form}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && dirty && submit()}
    >
      {newer && (
        <StaleNotice
          before={before}
          present={draftOf(newer)}
          typed={value}
          people={{ leaders, specialists: drafters }}
          onTake={() => take(newer)}
        />
      )}
      <Panel title={m.directives_section_document()}>
        <DocumentFields
          value={value}
          change={change}
          errors={act.errors}
          leaders={leaders}
          drafters={drafters}
          enteredAt={base.recordedAt}
        />
      </Panel>
      <Panel title={m.directives_section_files()}>
        <DirectiveFiles
          uploads={uploads}
          chosen={chosen}
          onChoose={(id, role) => setChosen({ ...chosen, [id]: role })}
          maxSize={maxSize}
          error={act.errors.files}
        />
      </Panel>
      {act.problem && <ErrorState problem={act.problem} />}
      <div className={classes.actions}>
        <div className={classes.status}>
          <ErrorList form={act.form} errors={act.errors} />
        </div>
        <ButtonLink href={paths.directive(base.id)}>{m.ui_cancel()}</ButtonLink>
        <Button
          variant="primary"
          loading={act.underWay}
          disabledReason={
            (newer && m.directives_stale_title()) || (!dirty && m.directives_edit_nothing())
          }
          onClick={submit}
        >
          {m.directives_edit_save()}
        </Button>
      </div>
    </form>
  )
}

/** Whoever drafted it is among those to choose from, also after having left. */
const withDrafter = (
  specialists: readonly Schema<'AccountRef'>[],
  drafter: Schema<'AccountRef'>,
) => (specialists.some(({ id }) => id === drafter.id) ? specialists : [drafter, ...specialists])

type Use = Schema<'FileUseInput'>

/** The same files in the same roles, in whatever order. */
function sameUses(uses: readonly Use[], files: readonly Schema<'AttachedFile'>[]): boolean {
  const text = (id: string, role: string) => `${id} ${role}`
  const a = new Set(uses.map(({ fileId, role }) => text(fileId, role)))
  return a.size === files.length && files.every(({ id, role }) => a.has(text(id, role)))
}
