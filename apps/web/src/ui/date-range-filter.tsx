import { addDays, type CivilDate, formatCivilDate, weekdayOf } from '@dunghan/domain'
import { useToday } from '../lib/use-now.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './filter-bar.module.css'
import { Popup } from './popup.tsx'
import { TypedDate } from './typed-date.tsx'

interface Range {
  from: CivilDate | null
  to: CivilDate | null
}

interface Props {
  label: string
  from: string
  to: string
  onChange: (range: Range) => void
}

/** A span of days, either end open. */
export function DateRangeFilter({ label, from, to, onChange }: Props) {
  return (
    <Popup title={label} label={summary(label, from, to)} active={Boolean(from || to)}>
      <div className={classes.range}>
        <TypedDate
          label={m.ui_date_from()}
          value={from || null}
          onChange={(date) => onChange({ from: date, to: to || null })}
        />
        <TypedDate
          label={m.ui_date_to()}
          value={to || null}
          onChange={(date) => onChange({ from: from || null, to: date })}
        />
        <Presets onChange={onChange} />
      </div>
    </Popup>
  )
}

function Presets({ onChange }: Pick<Props, 'onChange'>) {
  const today = useToday()
  return (
    <div className={classes.presets}>
      {presets(today).map(({ label, range }) => (
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

function summary(label: string, from: string, to: string) {
  if (!from && !to) return label
  const shown = (date: string) => (date ? formatCivilDate(date) : '…')
  return `${label}: ${shown(from)} – ${shown(to)}`
}
