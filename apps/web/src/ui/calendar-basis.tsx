import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schema } from '../api/types.ts'
import { calendarBasisWords } from '../lib/calendar-terms.ts'
import { formatInstant } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import classes from './calendar-basis.module.css'

interface Props {
  calendar: Pick<Schema<'CalendarYear'>, 'year' | 'basis' | 'announcement' | 'awaiting'>
  /** What to do about a year without an official calendar; for who can. */
  actions?: ReactNode
}

/** On what a year rests: an announcement with its document, or the law alone, for now. */
export function CalendarBasis({ calendar, actions }: Props) {
  const { year, basis, announcement, awaiting } = calendar
  const wanting = awaiting && actions
  const Icon = awaiting ? IconAlertTriangle : IconInfoCircle
  return (
    <div className={`${classes.basis} ${awaiting ? classes.awaiting : ''}`}>
      <Icon size={20} aria-hidden />
      <div className={classes.words}>
        {wanting && <strong>{m.calendar_awaiting({ year })}</strong>}
        <p>{wanting ? m.calendar_awaiting_text({ year }) : calendarBasisWords[basis]()}</p>
        {announcement && (
          <p className={classes.source}>
            {m.calendar_announcement({
              document: announcement.document,
              reason: announcement.reason,
              instant: formatInstant(announcement.recordedAt),
            })}
          </p>
        )}
        {wanting && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  )
}
