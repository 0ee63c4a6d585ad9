import { type CivilDate, formatCivilDate } from '@dunghan/domain'
import { type Ref, useId, useState } from 'react'
import { parseTypedDate } from '../lib/typed-date.ts'
import { m } from '../paraglide/messages.js'
import classes from './filter-bar.module.css'

interface Props {
  label: string
  value: CivilDate | null
  onChange: (date: CivilDate | null) => void
  /** Why a day cannot be taken. */
  refuse?: (date: CivilDate) => string | null
  ref?: Ref<HTMLInputElement>
}

/** A day typed as `dd/MM/yyyy`, taken when the field is left or Enter is pressed. */
export function TypedDate({ label, value, onChange, refuse, ref }: Props) {
  const id = useId()
  const [seen, setSeen] = useState(value)
  const [text, setText] = useState(value ? formatCivilDate(value) : '')
  if (seen !== value) {
    setSeen(value)
    setText(value ? formatCivilDate(value) : '')
  }
  const parsed = parseTypedDate(text)
  const unreal = text.trim() !== '' && parsed === null && text.trim().length >= 8
  const refused = (parsed && refuse?.(parsed)) || null
  const wrong = unreal ? m.ui_date_invalid() : refused
  const take = () => {
    if (text.trim() === '' ? value !== null : parsed !== null && parsed !== value && !refused)
      onChange(parsed)
  }
  return (
    <label>
      {label}
      <input
        ref={ref}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        placeholder={m.ui_date_placeholder()}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? id : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      {wrong && (
        <span id={id} className={classes.wrong} role="alert">
          {wrong}
        </span>
      )}
    </label>
  )
}
