import { formatCivilDate, formatNumber } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import classes from './calendar.module.css'
import type { Outcome } from './use-calendar-change.ts'

type Moved = Outcome['moved']['assignments'][number]

/** What a change moves, or moved: how many, which and by how much. */
export function ChangeOutcome({ outcome, saved = false }: { outcome: Outcome; saved?: boolean }) {
  const { total, assignments } = outcome.moved
  if (total === 0) return <p role="status">{m.calendar_would_move_none()}</p>
  const count = formatNumber(total)
  const said = saved ? m.calendar_moved({ count }) : m.calendar_would_move({ count })
  return (
    <div className={classes.outcome}>
      <p role="status" className={classes.count}>
        {said}
      </p>
      <p className={classes.note}>{m.calendar_moved_kept()}</p>
      <section className={classes.moved} aria-label={said}>
        <ul>
          {assignments.map((moved) => (
            <MovedLine key={moved.id} moved={moved} />
          ))}
        </ul>
      </section>
      {total > assignments.length && (
        <p className={classes.note}>{m.calendar_moved_first({ shown: assignments.length })}</p>
      )}
    </div>
  )
}

function MovedLine({ moved }: { moved: Moved }) {
  const { id, task, unit, role, dueOn, workingDaysMoved } = moved
  return (
    <li>
      <div>
        {/* Apart: what was typed into the form is still there when coming back. */}
        <a href={paths.assignment(id)} target="_blank" rel="noreferrer" className={classes.task}>
          {task.content}
        </a>
        <span className={classes.by}>
          {role === 'support' ? `${unit.name} (${m.calendar_moved_support()})` : unit.name}
          {' · '}
          {m.calendar_moved_due({ date: formatCivilDate(dueOn) })}
        </span>
      </div>
      <div className="tabular">
        {formatCivilDate(moved.effectiveDueOnBefore)} → {formatCivilDate(moved.effectiveDueOnAfter)}
        <span className={classes.by}>{byHowMuch(workingDaysMoved)}</span>
      </div>
    </li>
  )
}

function byHowMuch(days: number): string {
  if (days === 0) return m.calendar_moved_same()
  if (days === 1) return m.calendar_moved_later_one()
  if (days > 1) return m.calendar_moved_later({ days })
  return days === -1 ? m.calendar_moved_earlier_one() : m.calendar_moved_earlier({ days: -days })
}
