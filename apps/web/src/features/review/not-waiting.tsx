import type { Assignment, AssignmentDetail } from '../../api/assignments.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { nextAfter } from './queries.ts'

interface Props {
  assignment: AssignmentDetail
  queue: readonly Assignment[]
}

/** An old link, or a colleague was quicker. */
export function NotWaiting({ assignment, queue }: Props) {
  const next = nextAfter(queue, assignment.id)
  return (
    <EmptyState
      title={m.reviews_not_waiting()}
      actions={
        <>
          <ButtonLink variant="primary" href={next ? paths.review(next.id) : paths.reviews()}>
            {m.reviews_next()}
          </ButtonLink>
          <ButtonLink href={paths.assignment(assignment.id)}>
            {m.reviews_open_assignment()}
          </ButtonLink>
        </>
      }
    >
      {m.reviews_not_waiting_text({ unit: assignment.unit.name })}
    </EmptyState>
  )
}
