import { TextInput, type TextInputProps } from '@mantine/core'
import { m } from '../paraglide/messages.js'

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `HH:mm`; what is being typed may not be that yet. */
  value: string
  onChange: (time: string) => void
}

/** A time of day in 24 hours, whatever the habits of the computer. */
export function LocalTimeInput({ value, onChange, onBlur, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      placeholder={m.assignments_time_placeholder()}
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => {
        onChange(tidyTime(event.target.value))
        onBlur?.(event)
      }}
    />
  )
}

/** `9:5`, `905`, `15h20` → `09:05`, `15:20`; what is no time stays as typed. */
export function tidyTime(text: string): string {
  const parts = /^(\d{1,2})\s*[:hg.]?\s*(\d{1,2})?$/i.exec(text.trim())
  const compact = /^(\d{1,2})(\d{2})$/.exec(text.trim())
  const [, hours, minutes = '0'] = compact ?? parts ?? []
  if (hours === undefined) return text.trim()
  const time = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
  return isLocalTime(time) ? time : text.trim()
}

export const isLocalTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
