import type { ComponentType, ReactNode } from 'react'
import classes from './filter-bar.module.css'
import type { Choice } from './filter-bar.tsx'
import { Popup } from './popup.tsx'

export interface ChoicesProps {
  options: readonly Choice[]
  chosen: readonly string[]
  /** One option with its box. */
  choose: (option: Choice) => ReactNode
}

/** All the options there are; a page of long lists brings another way to show them. */
const AllChoices = ({ options, choose }: ChoicesProps) => options.map(choose)

interface Props {
  label: string
  options: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** One at a time, like a switch with several positions. */
  single?: boolean
  /** The position the switch is in until another is chosen. */
  otherwise?: string
  choices?: ComponentType<ChoicesProps>
}

/** Any of several values. */
export function ChoiceFilter(props: Props) {
  const { label, options, chosen, onChange, single, otherwise } = props
  const { choices: Choices = AllChoices } = props
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
      <fieldset className={classes.choices}>
        <legend className="visually-hidden">{label}</legend>
        <Choices options={options} chosen={inForce} choose={choose} />
      </fieldset>
    </Popup>
  )
}

/** `Tình trạng`, `Tình trạng: Quá hạn`, `Tình trạng: 3`. */
export function summary(label: string, options: readonly Choice[], chosen: readonly string[]) {
  if (chosen.length === 0) return label
  const one = chosen.length === 1 && options.find(({ value }) => value === chosen[0])
  return `${label}: ${one ? one.label : chosen.length}`
}
