import { lazy, Suspense, useState } from 'react'
import type { Assignment, AssignmentDetail } from '../../api/assignments.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { workOf, workParam } from '../../lib/work.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DetailSkeleton } from '../../ui/skeletons.tsx'
import { ReportSent } from './report-sent.tsx'

const ReportForm = lazy(async () => ({ default: (await import('./report-form.tsx')).ReportForm }))

/** The unit's answer: the form once asked for, and what came of it once sent. */
export function ReportPanel({ assignment }: { assignment: AssignmentDetail }) {
  const search = useSearchState()
  const [sent, setSent] = useState<Assignment | null>(null)
  /** Somebody changed the task while the report was being written. */
  const [refused, setRefused] = useState<ApiProblem | null>(null)
  const close = () => search.set({ [workParam]: null }, { replace: true })
  if (sent && sent.state === assignment.state) {
    return <ReportSent assignment={sent} onClose={() => setSent(null)} />
  }
  if (refused && !assignment.can.includes('report')) {
    return (
      <Panel title={m.assignments_report_new()}>
        <ErrorState
          problem={refused}
          actions={<Button onClick={() => setRefused(null)}>{m.ui_close()}</Button>}
        />
        <p>{m.assignments_report_overtaken()}</p>
      </Panel>
    )
  }
  const asked = search.get(workParam) === workOf.report
  if (!asked || !assignment.can.includes('report')) return null
  return (
    <Panel title={m.assignments_report_new()}>
      <Suspense fallback={<DetailSkeleton />}>
        <ReportForm
          assignment={assignment}
          onCancel={close}
          onOvertaken={setRefused}
          onSent={(answer) => {
            setSent(answer)
            close()
          }}
        />
      </Suspense>
    </Panel>
  )
}
