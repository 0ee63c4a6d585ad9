import type { CivilDate } from '@dunghan/domain'
import { useEffect, useRef } from 'react'
import { pastDays } from '../lib/periods.ts'
import { useToday } from '../lib/use-now.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './filter-bar.module.css'
import { TypedDate } from './typed-date.tsx'

interface Props {
  label: string
  value: CivilDate | null
  onChange: (date: CivilDate | null) => void
}

/** A day to type that is over, the days most asked for, and back to now. In a chunk of its own. */
export default function PastDayForm({ label, value, onChange }: Props) {
  const today = useToday()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const refuse = (date: CivilDate) => (date < today ? null : m.ui_as_of_not_over())
  return (
    <div className={classes.range}>
      <TypedDate ref={first} label={label} value={value} onChange={onChange} refuse={refuse} />
      <p className={classes.hint}>{m.ui_as_of_hint()}</p>
      <div className={classes.presets}>
        {pastDays(today).map((day) => (
          <Button key={day.label} small onClick={() => onChange(day.date)}>
            {day.label}
          </Button>
        ))}
        {value && (
          <Button small variant="subtle" onClick={() => onChange(null)}>
            {m.ui_as_of_back()}
          </Button>
        )}
      </div>
    </div>
  )
}
