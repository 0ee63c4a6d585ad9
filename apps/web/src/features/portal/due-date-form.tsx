import { type FormEvent, useRef, useState } from 'react'
import { formatCivilDate } from '../../lib/format.ts'
import { parseTypedDate } from '../../lib/typed-date.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import classes from './due-date.module.css'
import type { DueDateQuestion } from './queries.ts'

interface Asked {
  dueOn: string
  issuedOn: string | null
  issuedTime: string | null
}

interface Props {
  asked: DueDateQuestion | null
  onAsk: (asked: Asked) => void
}

type Field = 'dueOn' | 'issuedOn' | 'issuedTime'

/** Two days and a time, typed as people write them. */
export function DueDateForm({ asked, onAsk }: Props) {
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({})
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (field: Field) => String(typed.get(field) ?? '').trim()
    const dueOn = parseTypedDate(text('dueOn'))
    const issuedOn = text('issuedOn') ? parseTypedDate(text('issuedOn')) : null
    const issuedTime = text('issuedTime') || null
    const wrong: typeof errors = {
      ...(dueOn ? {} : { dueOn: m.calendar_count_needs_due() }),
      ...(text('issuedOn') && !issuedOn ? { issuedOn: m.ui_date_invalid() } : {}),
      ...(issuedTime && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(issuedTime)
        ? { issuedTime: m.calendar_count_time_invalid() }
        : {}),
    }
    setErrors(wrong)
    const [first] = Object.keys(wrong)
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    else if (dueOn) onAsk({ dueOn, issuedOn, issuedTime: issuedTime?.padStart(5, '0') ?? null })
  }
  const date = (value: string | undefined) => (value ? formatCivilDate(value) : '')
  return (
    <form
      ref={form}
      // What the address asks is what the fields show, also after Back.
      key={JSON.stringify(asked)}
      className={classes.form}
      onSubmit={submit}
      noValidate
    >
      <TextField
        name="dueOn"
        label={m.calendar_count_due()}
        value={date(asked?.dueOn)}
        error={errors.dueOn}
        placeholder={m.ui_date_placeholder()}
      />
      <TextField
        name="issuedOn"
        label={m.calendar_count_from()}
        value={date(asked?.issuedOn)}
        error={errors.issuedOn}
        placeholder={m.ui_date_placeholder()}
      />
      <TextField
        name="issuedTime"
        label={m.calendar_count_time()}
        value={asked?.issuedTime ?? ''}
        error={errors.issuedTime}
        placeholder="15:20"
      />
      <Button type="submit" variant="primary">
        {m.calendar_count_ask()}
      </Button>
    </form>
  )
}

interface TextFieldProps {
  name: Field
  label: string
  value: string
  error: string | undefined
  placeholder: string
}

function TextField({ name, label, value, error, placeholder }: TextFieldProps) {
  const id = `due-date-${name}`
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p id={`${id}-error`} className={classes.wrong} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
