import { type AssignmentStatus, assignmentStatuses } from '@dunghan/domain'
import { formatNumber } from '../../lib/format.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import classes from './status-bar.module.css'

type Counts = Partial<Record<AssignmentStatus, number>>

/** How the assignments of a directive stand, at a glance and in words. */
export function StatusBar({ counts }: { counts: Counts }) {
  const present = assignmentStatuses.flatMap((status) => {
    const count = counts[status] ?? 0
    return count > 0 ? [{ status, count }] : []
  })
  if (present.length === 0)
    return <span className={classes.none}>{m.directives_none_counted()}</span>
  const words = present
    .map(({ status, count }) => `${statusWords[status]()}: ${formatNumber(count)}`)
    .join('; ')
  return (
    <div title={words}>
      <div className={classes.bar} aria-hidden>
        {present.map(({ status, count }) => (
          <span key={status} className={classes[status]} style={{ flexGrow: count }} />
        ))}
      </div>
      <span className="visually-hidden">{words}</span>
      <Worst counts={counts} total={present.reduce((sum, { count }) => sum + count, 0)} />
    </div>
  )
}

/** The one figure to read: what is overdue, else what is done. */
function Worst({ counts, total }: { counts: Counts; total: number }) {
  const overdue = counts.overdue ?? 0
  if (overdue > 0) {
    return (
      <span className={classes.overdueWord} aria-hidden>
        {m.directives_overdue_count({ count: formatNumber(overdue) })}
      </span>
    )
  }
  const done =
    (counts.completed_early ?? 0) + (counts.completed_on_time ?? 0) + (counts.completed_late ?? 0)
  return (
    <span className={classes.none} aria-hidden>
      {m.directives_done_count({ done: formatNumber(done), total: formatNumber(total) })}
    </span>
  )
}
