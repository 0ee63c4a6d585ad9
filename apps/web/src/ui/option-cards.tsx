import type { TablerIcon } from '@tabler/icons-react'
import { useId } from 'react'
import classes from './verdict-form.module.css'

interface Option<Value> {
  value: Value
  icon: TablerIcon
  label: () => string
  /** What follows from it. */
  effect: () => string
  tone: 'good' | 'bad'
  /** The key that chooses it. */
  key?: string
}

interface Props<Value> {
  legend: string
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  error: string | null
  /** The keys are shown. */
  keys?: boolean
}

/** A few ways to decide, each with what follows from it. */
export function OptionCards<Value extends string>(props: Props<Value>) {
  const { legend, options, value, onChange, error, keys = false } = props
  const name = useId()
  const errorId = useId()
  return (
    <fieldset className={classes.choice} aria-describedby={error ? errorId : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value: own, icon: Icon, label, effect, tone, key }) => (
        <label key={own} className={classes.option} data-tone={tone}>
          <input type="radio" name={name} checked={value === own} onChange={() => onChange(own)} />
          <Icon size={22} aria-hidden />
          <span>
            <strong>{label()}</strong>
            {keys && key && <kbd className={classes.key}>{key}</kbd>}
            <span className={classes.effect}>{effect()}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id={errorId} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
