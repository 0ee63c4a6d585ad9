import { useQuery } from '@tanstack/react-query'
import { type Assignment, firstAssignments } from '../../api/assignments.ts'
import { useMay } from '../../api/use-session.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { extensionsPending, FEW } from './queries.ts'
import { SeeAll } from './see-all.tsx'
import { TaskLines } from './task-lines.tsx'

/** The first few requests for extension that wait, for those who decide on them. */
export function usePendingExtensions(): { total: number; items: readonly Assignment[] } {
  const may = useMay()
  const { data } = useQuery({
    ...firstAssignments({ ...extensionsPending, limit: FEW }),
    enabled: may('extension.decide'),
  })
  return data ?? { total: 0, items: [] }
}

/** For a reviewer: who asks for more time, and until when. */
export function PendingExtensions() {
  const { total, items } = usePendingExtensions()
  if (total === 0) return null
  const label = m.extensions_overview_pending()
  const asked = ({ extensions }: Assignment) => {
    const waiting = extensions.find(({ decision }) => decision === null)
    return waiting && m.extensions_asked_until({ date: formatCivilDate(waiting.dueOn) })
  }
  return (
    <Panel
      title={label}
      aside={<SeeAll href={paths.assignments(extensionsPending)} label={label} total={total} />}
    >
      <TaskLines items={items} withUnit noteOf={asked} />
    </Panel>
  )
}
