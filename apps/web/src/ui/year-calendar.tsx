import {
  addDays,
  type CivilDate,
  type DayKind,
  monthOf,
  weekdayName,
  weekdayOf,
  yearOf,
} from '@dunghan/domain'
import { type KeyboardEvent, useRef, useState } from 'react'
import { currentLanguage } from '../lib/language.ts'
import { shortWeekday, weekOf, weeksOf } from '../lib/month-grid.ts'
import { spokenDay, withoutZeros } from '../lib/spoken-day.ts'
import { useToday } from '../lib/use-now.ts'
import { m } from '../paraglide/messages.js'
import classes from './year-calendar.module.css'

interface Day {
  date: CivilDate
  kind: DayKind
  name: string
  overridden: boolean
}

interface Props {
  year: number
  /** Those that are not what their weekday says, or were set. */
  days: readonly Day[]
  /** Each day is a button; without it the calendar is only read. */
  onPick?: (date: CivilDate) => void
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

/** By how many days each key goes on. */
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A year at a glance: twelve months, each day by a ground, a shape and a word. */
export function YearCalendar({ year, days, onPick }: Props) {
  const today = useToday()
  const [at, setAt] = useState(yearOf(today) === year ? today : `${year}-01-01`)
  // Another year: the keyboard begins at its first day again.
  const reached = yearOf(at) === year ? at : `${year}-01-01`
  const frame = useRef<HTMLDivElement>(null)
  const special = new Map(days.map((day) => [day.date, day]))

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!onPick || step === undefined) return
    const next = addDays(reached, step)
    if (yearOf(next) !== year) return
    event.preventDefault()
    setAt(next)
    frame.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move among the buttons inside
    <div ref={frame} className={classes.year} onKeyDown={move}>
      {months.map((month) => {
        const first = `${year}-${month}-01`
        return (
          <table key={month} className={classes.month}>
            <caption>{m.calendar_month({ month: Number(month) })}</caption>
            <thead>
              <tr>
                {weekOf(first).map((date) => (
                  <th key={date} scope="col">
                    <abbr title={weekdayName(date, currentLanguage())}>{shortWeekday(date)}</abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(first).map((week) => (
                <tr key={week[0]}>
                  {week.map((date) => (
                    <td key={date}>
                      {monthOf(date) === monthOf(first) && (
                        <DayCell
                          date={date}
                          day={special.get(date)}
                          isToday={date === today}
                          tabbable={date === reached}
                          onPick={
                            onPick &&
                            (() => {
                              setAt(date)
                              onPick(date)
                            })
                          }
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </div>
  )
}

interface DayCellProps {
  date: CivilDate
  day: Day | undefined
  isToday: boolean
  tabbable: boolean
  onPick: (() => void) | undefined
}

function DayCell({ date, day, isToday, tabbable, onPick }: DayCellProps) {
  const spoken = spokenDay(date, day)
  const look = {
    className: `${classes.day} ${classes[lookOf(date, day?.kind)]}`,
    'data-set': day?.overridden || undefined,
    'data-today': isToday || undefined,
    title: spoken,
  }
  const number = Number(date.slice(8))
  if (!onPick) {
    return (
      <span {...look}>
        {number}
        {day && <span className="visually-hidden">{spoken}</span>}
      </span>
    )
  }
  return (
    <button
      type="button"
      {...look}
      data-date={date}
      tabIndex={tabbable ? 0 : -1}
      aria-label={spokenDay(date, day, withoutZeros)}
      aria-haspopup="dialog"
      onClick={onPick}
    >
      {number}
    </button>
  )
}

/** What the grounds and shapes mean. */
export function CalendarLegend() {
  return (
    <ul className={classes.legend} aria-label={m.calendar_legend()}>
      <li>
        <span className={`${classes.day} ${classes.off}`}>30</span>
        {m.calendar_legend_holiday()}
      </li>
      <li>
        <span className={`${classes.day} ${classes.makeUp}`}>10</span>
        {m.calendar_legend_make_up()}
      </li>
      <li>
        <span className={`${classes.day} ${classes.weekend}`}>7</span>
        {m.calendar_legend_weekend()}
      </li>
      <li>
        <span className={classes.day} data-set>
          21
        </span>
        {m.calendar_legend_set()}
      </li>
      <li>
        <span className={classes.day} data-today>
          23
        </span>
        {m.calendar_legend_today()}
      </li>
    </ul>
  )
}

function lookOf(date: CivilDate, kind: DayKind | undefined) {
  if (kind === 'off') return weekdayOf(date) > 5 ? 'weekend' : 'off'
  if (kind === 'make_up') return 'makeUp'
  if (kind === 'working') return weekdayOf(date) > 5 ? 'makeUp' : 'plain'
  return weekdayOf(date) > 5 ? 'weekend' : 'plain'
}
