import { lazy, Suspense } from 'react'
import type { PickableUnit as Unit } from '../lib/unit-search.ts'
import { summary } from './choice-filter.tsx'
import { Popup } from './popup.tsx'

const UnitChoices = lazy(() => import('./unit-choices.tsx'))

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
      <Suspense>
        <UnitChoices units={units} by={by} chosen={chosen} onChange={onChange} />
      </Suspense>
    </Popup>
  )
}
