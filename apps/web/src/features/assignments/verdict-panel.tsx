import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useActOnce } from '../../api/act-once.ts'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { asProblem } from '../../api/problem.ts'
import { giveReview } from '../../api/reviews.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { notifyDone } from '../../ui/notify.ts'
import { Panel } from '../../ui/panel.tsx'
import { emptyVerdict, VerdictForm } from '../../ui/verdict-form.tsx'
import { workOf, workParam } from './work.ts'

/** The verdict on the report that waits, once the reviewer asked for the form. */
export function VerdictPanel({ assignment }: { assignment: AssignmentDetail }) {
  const search = useSearchState()
  const waiting = assignment.reports.find(({ review }) => review === null)
  const asked = search.get(workParam) === workOf.accept
  if (!asked || !waiting || !assignment.can.includes('accept')) return null
  return <Verdict key={waiting.id} reportId={waiting.id} />
}

function Verdict({ reportId }: { reportId: string }) {
  const search = useSearchState()
  const once = useActOnce()
  const [draft, setDraft] = useState(emptyVerdict)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'center' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  const review = useMutation({
    ...giveReview,
    onSuccess: () => {
      notifyDone(m.reviews_done())
      search.set({ [workParam]: null }, { replace: true })
    },
  })
  return (
    <Panel title={m.assignments_review()}>
      <VerdictForm
        formRef={form}
        draft={draft}
        onDraft={setDraft}
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
