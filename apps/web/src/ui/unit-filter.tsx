import { useMemo, useState } from 'react'
import { unitTypeWords } from '../lib/terms.ts'
import { findUnits, groupUnits, type PickableUnit as Unit } from '../lib/unit-search.ts'
import { m } from '../paraglide/messages.js'
import { summary } from './choice-filter.tsx'
import classes from './filter-bar.module.css'
import { Popup } from './popup.tsx'

export type PickableUnit = Omit<Unit, 'id'> & { id?: string }

interface Props {
  label: string
  units: readonly PickableUnit[]
  by: 'id' | 'code'
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Any of the units, found by typing part of a name without marks. */
export function UnitFilter({ label, units, by, chosen, onChange }: Props) {
  const options = units.map((unit) => ({ value: unit[by] ?? unit.code, label: unit.shortName }))
  return (
    <Popup title={label} label={summary(label, options, chosen)} active={chosen.length > 0}>
      <UnitChoices units={units} by={by} chosen={chosen} onChange={onChange} />
    </Popup>
  )
}

function UnitChoices({ units, by, chosen, onChange }: Omit<Props, 'label'>) {
  const [query, setQuery] = useState('')
  const groups = useMemo(() => groupUnits(findUnits(units, query)), [units, query])
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))
  return (
    <>
      <input
        type="search"
        className={classes.find}
        value={query}
        placeholder={m.ui_unit_placeholder()}
        aria-label={m.ui_unit_placeholder()}
        onChange={(event) => setQuery(event.target.value)}
      />
      {groups.length === 0 && <p role="status">{m.ui_unit_none()}</p>}
      {groups.map(({ type, units: ofType }) => (
        <fieldset key={type} className={classes.choices}>
          <legend className={classes.group}>{unitTypeWords[type]()}</legend>
          {ofType.map((unit) => {
            const value = unit[by] ?? unit.code
            return (
              <label key={unit.code}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={(event) => toggle(value, event.target.checked)}
                />
                {unit.name}
              </label>
            )
          })}
        </fieldset>
      ))}
    </>
  )
}
