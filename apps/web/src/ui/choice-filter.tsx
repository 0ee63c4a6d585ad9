import { lazy, Suspense } from 'react'
import classes from './filter-bar.module.css'
import type { Choice } from './filter-bar.tsx'
import { Popup } from './popup.tsx'

/** Fetched when a list this long is opened. */
const LongChoices = lazy(() => import('./long-choices.tsx'))

/** More than these are found by typing. */
const fewAtOnce = 20

interface Props {
  label: string
  options: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** One at a time, like a switch with several positions. */
  single?: boolean
  /** The position the switch is in until another is chosen. */
  otherwise?: string
}

/** Any of several values. */
export function ChoiceFilter(props: Props) {
  const { label, options, chosen, onChange, single = false, otherwise } = props
  const toggle = (value: string, on: boolean) => {
    if (otherwise) onChange(value === otherwise ? [] : [value])
    else if (single) onChange(on ? [value] : [])
    else onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))
  }
  const inForce = otherwise && chosen.length === 0 ? [otherwise] : chosen
  const choose = (option: Choice) => (
    <label key={option.value}>
      <input
        type={otherwise ? 'radio' : 'checkbox'}
        name={otherwise && label}
        checked={inForce.includes(option.value)}
        onChange={(event) => toggle(option.value, event.target.checked)}
      />
      {option.label}
    </label>
  )
  return (
    <Popup title={label} label={summary(label, options, inForce)} active={chosen.length > 0}>
      {options.length > fewAtOnce ? (
        <Suspense>
          <LongChoices label={label} options={options} chosen={inForce} choose={choose} />
        </Suspense>
      ) : (
        <fieldset className={classes.choices}>
          <legend className="visually-hidden">{label}</legend>
          {options.map(choose)}
        </fieldset>
      )}
    </Popup>
  )
}

/** `Tình trạng`, `Tình trạng: Quá hạn`, `Tình trạng: 3`. */
export function summary(label: string, options: readonly Choice[], chosen: readonly string[]) {
  if (chosen.length === 0) return label
  const one = chosen.length === 1 && options.find(({ value }) => value === chosen[0])
  return `${label}: ${one ? one.label : chosen.length}`
}
