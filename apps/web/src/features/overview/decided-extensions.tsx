import { useQuery } from '@tanstack/react-query'
import { type Assignment, firstAssignments } from '../../api/assignments.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { extensionsDecided, FEW } from './queries.ts'
import { SeeAll } from './see-all.tsx'
import { TaskLines } from './task-lines.tsx'

/** For a unit: what the office decided lately on its requests for extension. */
export function DecidedExtensions() {
  const lately = extensionsDecided(useToday())
  const { data } = useQuery(firstAssignments({ ...lately, limit: FEW }))
  if (!data || data.total === 0) return null
  const label = m.extensions_overview_decided()
  return (
    <Panel
      title={label}
      aside={<SeeAll href={paths.assignments(lately)} label={label} total={data.total} />}
    >
      <TaskLines items={data.items} noteOf={outcome} />
    </Panel>
  )
}

function outcome({ extensions }: Assignment) {
  const last = extensions.findLast(
    ({ decision }) => decision === 'approved' || decision === 'rejected',
  )
  if (!last) return null
  return last.decidedDueOn
    ? m.extensions_granted_until({ date: formatCivilDate(last.decidedDueOn) })
    : m.extensions_was_rejected()
}
