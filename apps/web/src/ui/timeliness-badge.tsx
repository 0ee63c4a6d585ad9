import type { Timeliness } from '@dunghan/domain'
import { IconCheck, IconChecks, IconClockExclamation, type TablerIcon } from '@tabler/icons-react'
import { timelinessWords } from '../lib/terms.ts'
import { m } from '../paraglide/messages.js'
import classes from './badge.module.css'

const icons: Record<Timeliness, TablerIcon> = {
  early: IconChecks,
  on_time: IconCheck,
  late: IconClockExclamation,
}

interface Props {
  timeliness: Timeliness
  /** Working days late; shown when known. */
  daysLate?: number | null
}

/** Whether a report came before its due date, on time or late. */
export function TimelinessBadge({ timeliness, daysLate }: Props) {
  const Icon = icons[timeliness]
  return (
    <span className={`${classes.badge} ${classes[`completed_${timeliness}`]}`}>
      <Icon size={14} aria-hidden />
      {daysLate ? lateBy(daysLate) : timelinessWords[timeliness]()}
    </span>
  )
}

/** `Trễ 3 ngày làm việc`. */
export const lateBy = (days: number) => (days === 1 ? m.ui_late_by_one() : m.ui_late_by({ days }))
