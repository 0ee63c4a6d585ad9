import type { AssignmentStatus } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatShare } from '../../lib/format.ts'
import { paths, type Search } from '../../lib/paths.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { Figure, Figures } from '../../ui/figure.tsx'
import { statusIcons } from '../../ui/status-badge.tsx'

interface Props {
  figures: Schema<'StatisticsFigures'>
  /** Narrows the lists behind the figures: a unit's, for instance. */
  within?: Search
}

const completed = ['completed_early', 'completed_on_time', 'completed_late'] as const

/** How things stand: each figure opens the list it counts. */
export function StatusFigures({ figures, within = {} }: Props) {
  const { total, counts, rates } = figures
  const count = (status: AssignmentStatus) => counts[status] ?? 0
  const list = (status: readonly AssignmentStatus[]) =>
    paths.publicAssignments({ ...within, status })
  return (
    <Figures label={m.portal_figures()}>
      <Figure label={m.portal_total()} value={total} href={paths.publicAssignments(within)} />
      <Figure
        label={m.portal_completed()}
        value={completed.reduce((sum, status) => sum + count(status), 0)}
        href={list(completed)}
        note={m.portal_on_time_share({ share: formatShare(rates.onTime) })}
      />
      <Figure
        label={statusWords.awaiting_review()}
        icon={statusIcons.awaiting_review}
        value={count('awaiting_review')}
        href={list(['awaiting_review'])}
      />
      <Figure
        label={statusWords.in_progress()}
        icon={statusIcons.in_progress}
        value={count('in_progress')}
        href={list(['in_progress'])}
      />
      <Figure
        label={statusWords.due_soon()}
        icon={statusIcons.due_soon}
        value={count('due_soon')}
        href={list(['due_soon'])}
        tone="warn"
      />
      <Figure
        label={statusWords.overdue()}
        icon={statusIcons.overdue}
        value={count('overdue')}
        href={list(['overdue'])}
        note={m.portal_share_of_all({ share: formatShare(rates.overdue) })}
        tone="bad"
      />
    </Figures>
  )
}
