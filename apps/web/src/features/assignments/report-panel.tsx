import { lazy, Suspense, useState } from 'react'
import type { Assignment, AssignmentDetail } from '../../api/assignments.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { DetailSkeleton } from '../../ui/skeletons.tsx'
import { ReportSent } from './report-sent.tsx'
import { workOf, workParam } from './work.ts'

const ReportForm = lazy(async () => ({ default: (await import('./report-form.tsx')).ReportForm }))

/** The unit's answer: the form once asked for, and what came of it once sent. */
export function ReportPanel({ assignment }: { assignment: AssignmentDetail }) {
  const search = useSearchState()
  const [sent, setSent] = useState<Assignment | null>(null)
  const close = () => search.set({ [workParam]: null }, { replace: true })
  if (sent && sent.state === assignment.state) {
    return <ReportSent assignment={sent} onClose={() => setSent(null)} />
  }
  const asked = search.get(workParam) === workOf.report
  if (!asked || !assignment.can.includes('report')) return null
  return (
    <Panel title={m.assignments_report_new()}>
      <Suspense fallback={<DetailSkeleton />}>
        <ReportForm
          assignment={assignment}
          onCancel={close}
          onSent={(answer) => {
            setSent(answer)
            close()
          }}
        />
      </Suspense>
    </Panel>
  )
}
