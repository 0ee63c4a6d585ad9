import { useQuery } from '@tanstack/react-query'
import { firstAssignments } from '../../api/assignments.ts'
import { useAccount } from '../../api/use-session.ts'
import { formatInstant } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { workOf, workParam } from '../../lib/work.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { assignmentsNamed, keptReportsOf } from './report-drafts.ts'
import { TaskLines } from './task-lines.tsx'

/** For a unit: the reports begun in this browser and not sent yet. */
export function KeptReports() {
  const kept = keptReportsOf(useAccount().id)
  const { data } = useQuery({
    ...firstAssignments(assignmentsNamed(kept)),
    enabled: kept.size > 0,
  })
  // What was decided or taken over meanwhile is reported on no more.
  const open = data?.items.filter(({ id, can }) => kept.has(id) && can.includes('report')) ?? []
  if (open.length === 0) return null
  return (
    <Panel title={m.overview_report_drafts()}>
      <TaskLines
        items={open}
        hrefOf={(id) => paths.assignment(id, { [workParam]: workOf.report })}
        noteOf={({ id }) => m.overview_draft_kept({ at: formatInstant(kept.get(id) ?? '') })}
      />
    </Panel>
  )
}
