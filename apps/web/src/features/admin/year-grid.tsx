import { addDays, type CivilDate, type DayKind, monthOf, weekdayOf } from '@dunghan/domain'
import { m } from '../../paraglide/messages.js'
import classes from './calendar.module.css'

interface Props {
  year: number
  days: readonly { date: CivilDate; kind: DayKind; name: string }[]
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

/** The year at a glance. The list beside it says the same in words, so this is for the eye alone. */
export function YearGrid({ year, days }: Props) {
  const special = new Map(days.map((day) => [day.date, day]))
  return (
    <div className={classes.year} aria-hidden>
      {months.map((month) => (
        <Month key={month} first={`${year}-${month}-01`} special={special} />
      ))}
      <p className={classes.legend}>
        <span className={classes.off}>{m.calendar_legend_holiday()}</span>
        <span className={classes.makeUp}>{m.calendar_kind_make_up()}</span>
        <span className={classes.weekend}>{m.calendar_legend_weekend()}</span>
      </p>
    </div>
  )
}

interface MonthProps {
  first: CivilDate
  special: ReadonlyMap<CivilDate, { kind: DayKind; name: string }>
}

function Month({ first, special }: MonthProps) {
  const dates: CivilDate[] = []
  for (let date = first; monthOf(date) === monthOf(first); date = addDays(date, 1)) dates.push(date)
  return (
    <div>
      <strong className={classes.month}>
        {m.calendar_month({ month: Number(first.slice(5, 7)) })}
      </strong>
      <div className={classes.days}>
        {dates.map((date, i) => {
          const day = special.get(date)
          return (
            <span
              key={date}
              className={classes[lookOf(date, day?.kind)]}
              title={day?.name}
              style={i === 0 ? { gridColumnStart: weekdayOf(date) } : undefined}
            >
              {Number(date.slice(8))}
            </span>
          )
        })}
      </div>
    </div>
  )
}

function lookOf(date: CivilDate, kind: DayKind | undefined) {
  if (kind === 'off') return 'off'
  if (kind === 'make_up') return 'makeUp'
  return !kind && weekdayOf(date) >= 6 ? 'weekend' : 'plain'
}
