import { lazy, Suspense } from 'react'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { workOf, workParam } from '../../lib/work.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { DetailSkeleton } from '../../ui/skeletons.tsx'

const ExtensionForm = lazy(async () => ({
  default: (await import('./extension-form.tsx')).ExtensionForm,
}))
const DueDateForm = lazy(async () => ({
  default: (await import('./due-date-form.tsx')).DueDateForm,
}))

const works = [
  { act: 'requestExtension', title: m.extensions_request, Form: ExtensionForm },
  { act: 'moveDueDate', title: m.extensions_move, Form: DueDateForm },
] as const

/** The form by which a due date is put off or moved, once it was asked for. */
export function DueDateWork({ assignment }: { assignment: AssignmentDetail }) {
  const search = useSearchState()
  const asked = works.find(({ act }) => search.get(workParam) === workOf[act])
  if (!asked || !assignment.can.includes(asked.act)) return null
  const { title, Form } = asked
  return (
    <Panel title={title()}>
      <Suspense fallback={<DetailSkeleton />}>
        <Form
          assignment={assignment}
          onClose={() => search.set({ [workParam]: null }, { replace: true })}
        />
      </Suspense>
    </Panel>
  )
}
