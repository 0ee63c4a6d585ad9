import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useActOnce } from '../../api/act-once.ts'
import { type Assignment, type AssignmentDetail, assignmentDetail } from '../../api/assignments.ts'
import { showInForm } from '../../api/form-problem.ts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { useAccount, useMostBytes } from '../../api/use-session.ts'
import { useUploads } from '../../api/use-uploads.ts'
import { useUnsaved } from '../../lib/use-unsaved.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import classes from './assignment.module.css'
import { sendReport } from './queries.ts'
import { bodyOf, draftRules, firstDraft } from './report-draft.ts'
import {
  discardReportDraft,
  keepUsual,
  loadReportDraft,
  loadUsual,
  useKeepDraft,
} from './report-draft-store.ts'
import { ReportFields } from './report-fields.tsx'
import { ReportFiles, signedFileAmong } from './report-files.tsx'
import { ReportOutlook } from './report-outlook.tsx'

interface Props {
  assignment: AssignmentDetail
  onCancel: () => void
  /** The task is not as it was: it is read anew, and the draft stays. */
  onOvertaken: (problem: ApiProblem) => void
  onSent: (assignment: Assignment) => void
}

/** The unit's report of results: its document, its files, and what sending it now means. */
export function ReportForm({ assignment, onCancel, onOvertaken, onSent }: Props) {
  const { id } = assignment
  const accountId = useAccount().id
  const [kept] = useState(() => loadReportDraft(accountId, id))
  const form = useForm({
    initialValues: kept?.draft ?? firstDraft(assignment, loadUsual(accountId)),
    validate: draftRules,
  })
  const maxSize = useMostBytes()
  const uploads = useUploads(maxSize, kept?.files)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [filesError, setFilesError] = useState<string | null>(null)
  const filesInput = useRef<HTMLInputElement>(null)
  const element = useRef<HTMLFormElement>(null)
  const once = useActOnce()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const sent = useRef(false)
  const send = useMutation({
    ...sendReport,
    onMutate: () => setProblem(null),
    onSuccess: (answer) => {
      sent.current = true
      discardReportDraft(accountId, id)
      keepUsual(accountId, form.getValues())
      onSent(answer)
    },
    onError: (error) => {
      const refused = asProblem(error)
      const aboutFiles = refused?.errors.find(({ pointer }) => pointer.startsWith('/files'))
      setFilesError(aboutFiles?.detail ?? null)
      if (refused?.status === 409) {
        onOvertaken(refused)
        void queryClient.invalidateQueries({ queryKey: assignmentDetail(id).queryKey })
      }
      // What found its field is said there; the rest beside the button.
      if (!showInForm(form, error) && !aboutFiles) setProblem(refused)
    },
  })
  const signedId = signedFileAmong(uploads.files, chosenId)
  const touched = form.isDirty() || uploads.files.length > 0 || kept !== null
  useKeepDraft(accountId, id, form.values, uploads.files, () => touched && !sent.current)
  const typed = form.isDirty() || uploads.uploads.length !== (kept?.files.length ?? 0)
  useUnsaved(() => typed && !sent.current, m.assignments_leave_text)

  useEffect(() => {
    element.current?.scrollIntoView({ block: 'start' })
    element.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])

  const submit = form.onSubmit(
    (draft) => {
      setTried(true)
      if (!signedId) {
        filesInput.current?.focus()
        return
      }
      setFilesError(null)
      const body = bodyOf(draft, uploads.files, signedId)
      send.mutate({ id, body, headers: once(body) })
    },
    (errors) => {
      setTried(true)
      const [first] = Object.keys(errors)
      if (first) form.getInputNode(first)?.focus()
    },
  )

  return (
    <form ref={element} className={classes.form} onSubmit={submit} noValidate>
      <ReportFields form={form} />
      <ReportFiles
        uploads={uploads}
        maxSize={maxSize}
        signedId={signedId}
        onSigned={setChosenId}
        error={signedId === null && tried ? m.assignments_signed_file_required() : filesError}
        inputRef={filesInput}
      />
      <ReportOutlook
        assignment={assignment}
        issuedOn={form.values.issuedOn}
        issuedTime={form.values.issuedTime}
      />
      {problem && <ErrorState problem={problem} />}
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant="primary"
          loading={send.isPending}
          disabledReason={
            (uploads.busy && m.assignments_files_under_way()) ||
            (uploads.failed && m.assignments_files_failed())
          }
        >
          {m.assignments_report_send()}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {m.ui_close()}
        </Button>
        <span className={classes.none}>{m.assignments_draft_kept()}</span>
      </div>
    </form>
  )
}
