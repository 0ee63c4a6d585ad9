import type { AssignmentStatus } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatShare } from '../../lib/format.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { Figure, Figures } from '../../ui/figure.tsx'
import { statusIcons } from '../../ui/status-badge.tsx'
import { completed, completedOf } from './completed.ts'
import { publicListBehind } from './public-list-behind.ts'
import type { StatisticsQuestion } from './queries.ts'

interface Props {
  figures: Schema<'StatisticsFigures'>
  /** What they were counted by, as the lists behind them are. */
  question?: StatisticsQuestion
  /** Whose they are, where it is one unit's. */
  unit?: string
}

const everything: StatisticsQuestion = { groupBy: 'unit', basis: 'issued' }

/** How things stand: each figure opens the list it counts. */
export function StatusFigures({ figures, question = everything, unit }: Props) {
  const { total, counts, rates } = figures
  const count = (status: AssignmentStatus) => counts[status] ?? 0
  const list = (status?: readonly AssignmentStatus[]) =>
    publicListBehind(question, { key: unit, status }) ?? undefined
  return (
    <Figures label={m.portal_figures()}>
      <Figure label={m.portal_total()} value={total} href={list()} />
      <Figure
        label={m.portal_completed()}
        value={completedOf(counts)}
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
