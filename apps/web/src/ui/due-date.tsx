import type { CivilDate } from '@dunghan/domain'
import { formatCivilDate } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import classes from './due-date.module.css'

interface Props {
  dueOn: CivilDate
  effectiveDueOn?: CivilDate
  originalDueOn?: CivilDate
  /** Left out once the unit owes nothing more. */
  workingDaysLeft?: number | null
}

/**
 * A due date with what belongs to it: the day it takes effect when it falls on a day off, the date
 * first given when it was moved, and the working days left.
 */
export function DueDate({ dueOn, effectiveDueOn, originalDueOn, workingDaysLeft }: Props) {
  return (
    <span className={classes.due}>
      <time dateTime={dueOn} className={classes.date}>
        {formatCivilDate(dueOn)}
      </time>
      {effectiveDueOn && effectiveDueOn !== dueOn && (
        <span className={classes.note}>
          {m.ui_due_effective({ date: formatCivilDate(effectiveDueOn) })}
        </span>
      )}
      {originalDueOn && originalDueOn !== dueOn && (
        <span className={classes.note}>
          {m.ui_due_original({ date: formatCivilDate(originalDueOn) })}
        </span>
      )}
      {typeof workingDaysLeft === 'number' && (
        <span className={`${classes.note} ${urgency(workingDaysLeft)}`}>
          {daysLeftText(workingDaysLeft)}
        </span>
      )}
    </span>
  )
}

function urgency(left: number) {
  if (left < 0) return classes.over
  return left <= 3 ? classes.near : ''
}

/** `còn 3 ngày làm việc`, `đến hạn hôm nay`, `quá 2 ngày làm việc`. */
export function daysLeftText(left: number): string {
  if (left === 0) return m.ui_due_today()
  if (left === 1) return m.ui_due_left_one()
  if (left > 1) return m.ui_due_left({ days: left })
  return left === -1 ? m.ui_due_over_one() : m.ui_due_over({ days: -left })
}
