import { useEffect, useMemo, useRef, useState } from 'react'
import { findUnits, groupUnits } from '../lib/unit-search.ts'
import { unitTypeWords } from '../lib/unit-terms.ts'
import { m } from '../paraglide/messages.js'
import classes from './filter-bar.module.css'
import type { PickableUnit } from './unit-filter.tsx'

interface Props {
  units: readonly PickableUnit[]
  by: 'id' | 'code'
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** All units by type, narrowed while typing; in a chunk of its own, as few visits need it. */
export default function UnitChoices({ units, by, chosen, onChange }: Props) {
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const [query, setQuery] = useState('')
  const groups = useMemo(() => groupUnits(findUnits(units, query)), [units, query])
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))
  return (
    <>
      <input
        ref={search}
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
