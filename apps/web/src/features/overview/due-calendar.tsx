import {
  type CivilDate,
  type DayKind,
  kindByWeekday,
  monthOf,
  weekdayName,
  yearOf,
} from '@dunghan/domain'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { calendarYear } from '../../api/calendar.ts'
import { type StatisticsRow, statisticsOf } from '../../api/statistics.ts'
import { formatNumber } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { monthAfter, shortWeekday, weekOf, weeksOf } from '../../lib/month-grid.ts'
import { paths } from '../../lib/paths.ts'
import { spokenDay } from '../../lib/spoken-day.ts'
import { useToday } from '../../lib/use-now.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { IconButton } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './due-calendar.module.css'
import { dueByDay, MONTH, monthIn, owed } from './queries.ts'

/** What is still owed, by the day it is effectively due: a month, each day with its list. */
export function DueCalendar() {
  const { params } = useSearchState()
  const today = useToday()
  const first = monthIn(params, today)
  const { data } = useQuery({ ...statisticsOf(dueByDay(first)), placeholderData: keepPreviousData })
  const { data: year } = useQuery(calendarYear(yearOf(first)))
  const rows = new Map(data?.rows.map((row) => [row.key, row]))
  const special = new Map(year?.days.map((day) => [day.date, day]))
  return (
    <Panel title={m.overview_due_calendar()} aside={<Steps first={first} />}>
      <table className={classes.month}>
        <caption>
          {m.overview_due_month({ month: `${first.slice(5, 7)}/${first.slice(0, 4)}` })}
        </caption>
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
                    <Day
                      date={date}
                      day={special.get(date)}
                      row={rows.get(date)}
                      isToday={date === today}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{m.overview_due_calendar_note()}</p>
    </Panel>
  )
}

/** To the months before and after. */
function Steps({ first }: { first: CivilDate }) {
  const { set } = useSearchState()
  const step = (by: number) => set({ [MONTH]: monthAfter(first, by).slice(0, 7) })
  return (
    <span className={classes.steps}>
      <IconButton
        icon={IconChevronLeft}
        label={m.ui_date_previous_month()}
        onClick={() => step(-1)}
      />
      <IconButton icon={IconChevronRight} label={m.ui_date_next_month()} onClick={() => step(1)} />
    </span>
  )
}

interface DayProps {
  date: CivilDate
  day: { kind: DayKind; name: string } | undefined
  row: StatisticsRow | undefined
  isToday: boolean
}

function Day({ date, day, row, isToday }: DayProps) {
  const spoken = spokenDay(date, day)
  const off = (day?.kind ?? kindByWeekday(date)) === 'off'
  const look = {
    className: classes.day,
    'data-off': off || undefined,
    'data-today': isToday || undefined,
  }
  const number = <span className={classes.number}>{Number(date.slice(8))}</span>
  if (!row || row.total === 0) {
    return (
      <span {...look} title={spoken}>
        {number}
      </span>
    )
  }
  const words = m.overview_due_day({ day: spoken, count: formatNumber(row.total) })
  return (
    <a
      {...look}
      href={paths.assignments({ status: owed, effectiveDueFrom: date, effectiveDueTo: date })}
      title={words}
      data-overdue={row.counts.overdue ? true : undefined}
    >
      <span className="visually-hidden">{words}</span>
      <span aria-hidden className={classes.figures}>
        {number}
        <strong>{formatNumber(row.total)}</strong>
      </span>
    </a>
  )
}
