import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useActOnce } from '../../api/act-once.ts'
import { type AssignmentDetail, assignmentDetail } from '../../api/assignments.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { giveReview } from '../../api/reviews.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { useUnsaved } from '../../lib/use-unsaved.ts'
import { workOf, workParam } from '../../lib/work.ts'
import { m } from '../../paraglide/messages.js'
import { notifyDone } from '../../ui/notify.ts'
import { Panel } from '../../ui/panel.tsx'
import { TakenNotice, takenFrom } from '../../ui/taken-notice.tsx'
import { emptyVerdict, type VerdictDraft, VerdictForm } from '../../ui/verdict-form.tsx'

/** The verdict on the report that waits, once the reviewer asked for the form. */
export function VerdictPanel({ assignment }: { assignment: AssignmentDetail }) {
  const search = useSearchState()
  const [written, setWritten] = useState<{ reportId: string; draft: VerdictDraft } | null>(null)
  const waiting = assignment.reports.find(({ review }) => review === null)
  const comment = written?.draft.comment.trim()
  useUnsaved(() => Boolean(comment), m.shell_leave_lost)
  // A colleague was quicker: what was typed stays in sight.
  if (written && comment && written.reportId !== waiting?.id) {
    const facts = { unit: assignment.unit.name, reportId: written.reportId, comment }
    return (
      <TakenNotice
        taken={takenFrom({ ...facts, present: assignment })}
        onClose={() => setWritten(null)}
      />
    )
  }
  const asked = search.get(workParam) === workOf.accept
  if (!asked || !waiting || !assignment.can.includes('accept')) return null
  return (
    <Verdict
      key={waiting.id}
      assignmentId={assignment.id}
      reportId={waiting.id}
      draft={written?.draft ?? emptyVerdict}
      onDraft={(draft) => setWritten({ reportId: waiting.id, draft })}
      onGiven={() => {
        setWritten(null)
        notifyDone(m.reviews_done())
        search.set({ [workParam]: null }, { replace: true })
      }}
    />
  )
}

interface Props {
  assignmentId: string
  reportId: string
  draft: VerdictDraft
  onDraft: (draft: VerdictDraft) => void
  onGiven: () => void
}

function Verdict({ assignmentId, reportId, draft, onDraft, onGiven }: Props) {
  const once = useActOnce()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'center' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  const review = useMutation({
    ...giveReview,
    // Before the answer is drawn: what was sent is not overtaken by its own verdict.
    onSuccess: onGiven,
    onError: (error) => {
      if (asProblem(error)?.status !== 409) return
      void queryClient.invalidateQueries({ queryKey: assignmentDetail(assignmentId).queryKey })
    },
  })
  return (
    <Panel title={m.assignments_review()}>
      <VerdictForm
        formRef={form}
        draft={draft}
        onDraft={onDraft}
        sending={review.isPending}
        problem={asProblem(review.error)}
        onSend={(verdict, comment) => {
          const body = { verdict, comment: comment || null }
          review.mutate({ reportId, body, headers: once({ reportId, body }) })
        }}
      />
    </Panel>
  )
}
