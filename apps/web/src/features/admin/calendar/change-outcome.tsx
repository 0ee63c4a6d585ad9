import { formatCivilDate, formatNumber } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import classes from './calendar.module.css'
import type { Outcome } from './use-calendar-change.ts'

type Moved = Outcome['moved']['assignments'][number]

/** What a change moves, or moved: how many, which and by how much. */
export function ChangeOutcome({ outcome, saved = false }: { outcome: Outcome; saved?: boolean }) {
  const { total, assignments } = outcome.moved
  const count = formatNumber(total)
  if (total === 0) return <p role="status">{m.calendar_would_move_none()}</p>
  return (
    <div className={classes.outcome}>
      <p role="status">
        <strong>{saved ? m.calendar_moved({ count }) : m.calendar_would_move({ count })}</strong>{' '}
        {m.calendar_moved_kept()}
      </p>
      <div className={classes.moved}>
        <DataTable
          caption={m.calendar_would_move({ count })}
          columns={columns()}
          rows={assignments}
          rowKey={({ id }) => id}
        />
      </div>
      {total > assignments.length && (
        <p className={classes.note}>{m.calendar_moved_first({ shown: assignments.length })}</p>
      )}
    </div>
  )
}

const columns = (): Column<Moved>[] => [
  {
    key: 'task',
    header: m.calendar_moved_task(),
    lead: true,
    cell: ({ id, task }) => (
      <a href={paths.assignment(id)} target="_blank" rel="noreferrer" className={classes.task}>
        {task.content}
      </a>
    ),
  },
  {
    key: 'unit',
    header: m.calendar_moved_unit(),
    cell: ({ unit, role }) =>
      role === 'support' ? `${unit.name} (${m.calendar_moved_support()})` : unit.name,
  },
  {
    key: 'due',
    header: m.calendar_moved_due(),
    cell: ({ dueOn }) => <span className="tabular">{formatCivilDate(dueOn)}</span>,
  },
  {
    key: 'change',
    header: m.calendar_moved_change(),
    cell: ({ effectiveDueOnBefore, effectiveDueOnAfter, workingDaysMoved }) => (
      <span className="tabular">
        {formatCivilDate(effectiveDueOnBefore)} → {formatCivilDate(effectiveDueOnAfter)}
        <span className={classes.by}>{byHowMuch(workingDaysMoved)}</span>
      </span>
    ),
  },
]

function byHowMuch(days: number): string {
  if (days === 0) return m.calendar_moved_same()
  if (days === 1) return m.calendar_moved_later_one()
  if (days > 1) return m.calendar_moved_later({ days })
  return days === -1 ? m.calendar_moved_earlier_one() : m.calendar_moved_earlier({ days: -days })
}
