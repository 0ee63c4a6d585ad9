import { TextInput, type TextInputProps } from '@mantine/core'
import { parseTypedTime } from '../lib/typed-time.ts'
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
        // What is no time stays as it was typed, for its owner to mend.
        onChange(parseTypedTime(event.target.value) ?? event.target.value.trim())
        onBlur?.(event)
      }}
    />
  )
}
