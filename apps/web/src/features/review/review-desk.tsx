import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useActOnce } from '../../api/act-once.ts'
import { type Assignment, type AssignmentDetail, assignmentDetail } from '../../api/assignments.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { giveReview } from '../../api/reviews.ts'
import { paths } from '../../lib/paths.ts'
import { useUnsaved } from '../../lib/use-unsaved.ts'
import { m } from '../../paraglide/messages.js'
import { notifyDone } from '../../ui/notify.ts'
import { Panel } from '../../ui/panel.tsx'
import { type Taken, TakenNotice, takenFrom } from '../../ui/taken-notice.tsx'
import { emptyVerdict, type VerdictDraft, VerdictForm } from '../../ui/verdict-form.tsx'
import { KeyHints } from './key-hints.tsx'
import { nextAfter, waitingReport } from './queries.ts'
import { useReviewKeys } from './use-review-keys.ts'

interface Props {
  assignment: AssignmentDetail
  queue: readonly Assignment[]
  onTaken: (taken: Taken) => void
}

/** Where the verdict is given; the next report opens by itself. */
export function ReviewDesk({ assignment, queue, onTaken }: Props) {
  const { id } = assignment
  const navigate = useNavigate()
  const once = useActOnce()
  const form = useRef<HTMLFormElement>(null)
  const comment = useRef<HTMLTextAreaElement>(null)
  // By report, so that going to another and back loses nothing.
  const [drafts, setDrafts] = useState<Record<string, VerdictDraft>>({})
  const [listed, setListed] = useState(false)
  const reportId = waitingReport(assignment)?.id ?? ''
  const draft = drafts[reportId] ?? emptyVerdict
  const setDraft = (changed: VerdictDraft) => setDrafts({ ...drafts, [reportId]: changed })
  const settle = (settled: string) => setDrafts(({ [settled]: _, ...others }) => others)
  const goOn = () => {
    const next = nextAfter(queue, id)
    navigate(next ? paths.review(next.id) : paths.reviews())
  }

  const review = useMutation({
    ...giveReview,
    // The reviewer may have moved on before the answer came: it is about the report it was for.
    onSuccess: (answer, { reportId: sentId, body }) => {
      settle(sentId)
      const words = { unit: answer.unit.name }
      const accepted = body.verdict === 'satisfactory'
      notifyDone(accepted ? m.reviews_done_accepted(words) : m.reviews_done_refused(words))
      if (answer.id === id) goOn()
    },
    onError: async (error, { reportId: sentId, body }) => {
      const problem = asProblem(error)
      if (problem?.status !== 409 && problem?.status !== 404) return
      // A colleague was quicker: say so, keep what was typed, and go on to the next, if there is one.
      const about = queue.find((one) => waitingReport(one)?.id === sentId) ?? assignment
      const present = await queryClient
        .fetchQuery({ ...assignmentDetail(about.id), staleTime: 0 })
        .catch(() => null)
      const { name } = about.unit
      settle(sentId)
      onTaken(takenFrom({ unit: name, reportId: sentId, comment: body.comment ?? '', present }))
      queryClient.invalidateQueries({ queryKey: ['assignments', 'list'] })
      const next = nextAfter(queue, id)
      if (about.id === id && next) navigate(paths.review(next.id))
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is about the report it was for
  useEffect(() => {
    review.reset()
  }, [reportId])

  const keys = useReviewKeys({
    choose: (verdict) => {
      setDraft({ ...draft, verdict })
      comment.current?.focus()
    },
    move: (step) => {
      const to = queue[queue.findIndex((one) => one.id === id) + step]
      if (to) navigate(paths.review(to.id))
    },
    write: () => comment.current?.focus(),
    leave: () => form.current?.querySelector('input')?.focus(),
    send: () => form.current?.requestSubmit(),
    help: () => setListed(true),
  })

  // Comments stay with their reports as long as one is at this desk.
  const written = Object.values(drafts).some(({ comment }) => comment.trim())
  useUnsaved((to) => written && !to?.startsWith(paths.reviews()), m.shell_leave_lost)

  const overtaken = assignment.reports.find(
    ({ id: about, review: given }) => given !== null && drafts[about]?.comment.trim(),
  )
  if (overtaken) {
    const facts = {
      unit: assignment.unit.name,
      reportId: overtaken.id,
      comment: drafts[overtaken.id]?.comment ?? '',
      present: assignment,
    }
    return <TakenNotice taken={takenFrom(facts)} onClose={() => settle(overtaken.id)} />
  }
  if (!reportId) return null
  return (
    <Panel title={m.assignments_review()}>
      <VerdictForm
        key={reportId}
        formRef={form}
        commentRef={comment}
        keys={keys.on}
        draft={draft}
        onDraft={setDraft}
        sending={review.isPending}
        problem={asProblem(review.error)}
        onSend={(verdict, text) => {
          const body = { verdict, comment: text || null }
          review.mutate({ reportId, body, headers: once({ reportId, body }) })
        }}
      />
      <KeyHints on={keys.on} onChange={keys.turn} listed={listed} onListed={setListed} />
    </Panel>
  )
}
