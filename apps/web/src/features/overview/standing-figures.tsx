import type { AssignmentStatus } from '@dunghan/domain'
import type { StatisticsFigures } from '../../api/statistics.ts'
import { formatShare } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { Figure, Figures } from '../../ui/figure.tsx'
import { statusIcons } from '../../ui/status-badge.tsx'

const completed: AssignmentStatus[] = ['completed_early', 'completed_on_time', 'completed_late']
const open = [
  ['overdue', 'bad'],
  ['due_soon', 'warn'],
  ['in_progress', 'plain'],
  ['awaiting_review', 'plain'],
] as const

/** The whole in six figures, each with the list behind it. */
export function StandingFigures({ figures, asOf }: { figures: StatisticsFigures; asOf?: string }) {
  const { total, counts, rates } = figures
  const done = completed.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
  return (
    <Figures label={m.overview_figures()}>
      <Figure label={m.overview_total()} value={total} href={paths.assignments({ asOf })} />
      {open.map(([status, tone]) => (
        <Figure
          key={status}
          label={statusWords[status]()}
          icon={statusIcons[status]}
          value={counts[status] ?? 0}
          tone={tone}
          href={paths.assignments({ status, asOf })}
        />
      ))}
      <Figure
        label={m.overview_completed()}
        value={done}
        tone="good"
        href={paths.assignments({ status: completed, asOf })}
        note={m.overview_on_time_rate({ rate: formatShare(rates.onTime) })}
      />
    </Figures>
  )
}
