import { IconCheck, IconClockExclamation } from '@tabler/icons-react'
import { m } from '../paraglide/messages.js'
import classes from './entry-mark.module.css'

/** Whether something was entered by its deadline (the 15:00 rule). */
export function EntryMark({ timeliness }: { timeliness: 'on_time' | 'late' }) {
  const late = timeliness === 'late'
  const Icon = late ? IconClockExclamation : IconCheck
  return (
    <span className={`${classes.mark} ${late ? classes.late : classes.onTime}`}>
      <Icon size={14} aria-hidden />
      {late ? m.assignments_entry_late() : m.assignments_entry_on_time()}
    </span>
  )
}
