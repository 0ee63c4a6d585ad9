import { type CivilDate, formatCivilDate, weekdayName } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { dayKindWords } from '../../lib/calendar-terms.ts'
import { currentLanguage } from '../../lib/language.ts'
import { m } from '../../paraglide/messages.js'
import classes from './due-date.module.css'

interface Props {
  days: Schema<'DueDateCount'>['days']
  dueOn: CivilDate
}

/** Every day on the way, and which working day it is. The numbers are the server's. */
export function DueDateDays({ days, dueOn }: Props) {
  return (
    <table className={classes.days}>
      <thead>
        <tr>
          <th scope="col">{m.calendar_date()}</th>
          <th scope="col">{m.calendar_kind()}</th>
          <th scope="col" className={classes.number}>
            {m.calendar_count_number()}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, kind, name, number }) => (
          <tr
            key={date}
            data-off={kind === 'off' || undefined}
            data-due={date === dueOn || undefined}
          >
            <th scope="row">
              <time dateTime={date}>{formatCivilDate(date)}</time>{' '}
              <span className={classes.weekday}>{weekdayName(date, currentLanguage())}</span>
            </th>
            <td>
              {dayKindWords[kind]()}
              {name && !isWeekday(name, date) && <span className={classes.name}>{name}</span>}
              {date === dueOn && <span className={classes.name}>{m.calendar_count_due()}</span>}
            </td>
            <td className={classes.number}>
              {number ?? <span className={classes.weekday}>{m.calendar_count_not_counted()}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A plain weekend is named by its weekday, which stands beside the date already. */
const isWeekday = (name: string, date: CivilDate) =>
  name.toLowerCase() === weekdayName(date, 'vi').toLowerCase()
