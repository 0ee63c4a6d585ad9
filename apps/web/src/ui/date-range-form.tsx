import { addDays, type CivilDate, weekdayOf } from '@dunghan/domain'
import { useEffect, useRef } from 'react'
import { periods as officePeriods } from '../lib/periods.ts'
import { useToday } from '../lib/use-now.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './filter-bar.module.css'
import { TypedDate } from './typed-date.tsx'

export interface Range {
  from: CivilDate | null
  to: CivilDate | null
}

interface Props {
  from: CivilDate | null
  to: CivilDate | null
  periods?: boolean
  onChange: (range: Range) => void
}

/** Two days to type, and the spans most asked for. Reads dates, so it is in a chunk of its own. */
export default function DateRangeForm({ from, to, periods, onChange }: Props) {
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div className={classes.range}>
      <TypedDate
        ref={first}
        label={m.ui_date_from()}
        value={from}
        onChange={(date) => onChange({ from: date, to })}
      />
      <TypedDate
        label={m.ui_date_to()}
        value={to}
        onChange={(date) => onChange({ from, to: date })}
      />
      {from && to && to < from && (
        <span className={classes.wrong} role="alert">
          {m.ui_date_to_before_from()}
        </span>
      )}
      <Presets periods={periods} onChange={onChange} />
    </div>
  )
}

function Presets({ periods, onChange }: Pick<Props, 'periods' | 'onChange'>) {
  const today = useToday()
  return (
    <div className={classes.presets}>
      {(periods ? officePeriods(today) : presets(today)).map(({ label, range }) => (
        <Button key={label} small onClick={() => onChange(range)}>
          {label}
        </Button>
      ))}
    </div>
  )
}

function presets(today: CivilDate): { label: string; range: Range }[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  const monthStart = `${today.slice(0, 7)}-01`
  const nextMonthStart = `${addDays(monthStart, 31).slice(0, 7)}-01`
  const year = today.slice(0, 4)
  return [
    { label: m.ui_date_this_week(), range: { from: monday, to: addDays(monday, 6) } },
    { label: m.ui_date_this_month(), range: { from: monthStart, to: addDays(nextMonthStart, -1) } },
    { label: m.ui_date_this_year(), range: { from: `${year}-01-01`, to: `${year}-12-31` } },
  ]
}
