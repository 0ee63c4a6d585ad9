import { useQuery } from '@tanstack/react-query'
import { firstAssignments } from '../../api/assignments.ts'
import { useAccount, useMay } from '../../api/use-session.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { FEW, ownOverdue } from './queries.ts'
import { SeeAll } from './see-all.tsx'
import { TaskLines } from './task-lines.tsx'

/** For a specialist: what is overdue of the directives they drafted. */
export function OwnOverdue() {
  const may = useMay()
  const { id } = useAccount()
  const narrowed = ownOverdue(id)
  const { data } = useQuery({
    ...firstAssignments({ ...narrowed, limit: FEW }),
    enabled: may('directive.enter'),
  })
  if (!data || data.total === 0) return null
  const label = m.overview_own_overdue()
  return (
    <Panel
      title={label}
      aside={<SeeAll href={paths.assignments(narrowed)} label={label} total={data.total} />}
    >
      <TaskLines items={data.items} withUnit />
    </Panel>
  )
}
