import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type ComponentType, lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { formatNumber } from '../lib/format.ts'
import { patched } from '../lib/patched-search.ts'
import type { Search } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import { ChoiceFilter, type ChoicesProps } from './choice-filter.tsx'
import { DateRangeFilter } from './date-range-filter.tsx'
import classes from './filter-bar.module.css'
import { SearchFilter } from './search-filter.tsx'
import { type PickableUnit, UnitFilter } from './unit-filter.tsx'

/** Asked for on pages of figures alone. */
const DayFilter = lazy(() =>
  import('./day-filter.tsx').then(({ DayFilter }) => ({ default: DayFilter })),
)

export type FilterField =
  | { kind: 'search'; name: string; label: string }
  | {
      kind: 'choice'
      name: string
      label: string
      options: readonly Choice[]
      single?: boolean
      /** What is meant where the address names none: then one is always chosen. */
      otherwise?: string
      /** How the options are shown, where there are many. */
      choices?: ComponentType<ChoicesProps>
    }
  | {
      kind: 'units'
      name: string
      label: string
      units: readonly PickableUnit[]
      /** What of a unit goes into the address: its id, or its code on public pages. */
      by: 'id' | 'code'
      single?: boolean
    }
  | { kind: 'dates'; from: string; to: string; label: string; periods?: boolean }
  | { kind: 'day'; name: string; label: string }

export interface Choice {
  value: string
  label: string
}

interface Props {
  fields: readonly FilterField[]
  /** The parameters of the address: the one place where the filters live. */
  params: URLSearchParams
  onChange: (patch: Search) => void
  /** Conditions that have no field here, and go with the others when all are dropped. */
  alsoClears?: readonly string[]
  total?: number
  totalIsExact?: boolean
  /** At the end: exports, for instance. */
  children?: ReactNode
}

/** On a phone, more conditions than these stay folded until they are asked for. */
const fewOnPhone = 4

/** The conditions of a list, kept in the address of the page. */
export function FilterBar(props: Props) {
  const { fields, alsoClears = [], total, totalIsExact, children } = props
  const { shown: params, change: onChange } = useShownAtOnce(props)
  const searches = fields.filter(({ kind }) => kind === 'search')
  const conditions = fields.filter(({ kind }) => kind !== 'search')
  const names = [...fields.flatMap(namesOf), ...alsoClears]
  const filtered = names.some((name) => params.has(name))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks and legend
    <div role="group" aria-label={m.ui_filters()} className={classes.bar}>
      <Fields fields={searches} params={params} onChange={onChange} />
      <Foldable when={conditions.length > fewOnPhone} set={countSet(conditions, params)}>
        <Fields fields={conditions} params={params} onChange={onChange} />
      </Foldable>
      {filtered && (
        <Button
          variant="subtle"
          small
          icon={IconX}
          onClick={() => onChange(Object.fromEntries(names.map((name) => [name, null])))}
        >
          {m.ui_clear_filters()}
        </Button>
      )}
      {children}
      {total !== undefined && (
        <span className={classes.count} role="status">
          {totalIsExact === false
            ? m.ui_results_count_about({ total: formatNumber(total) })
            : m.ui_results_count({ total: formatNumber(total) })}
        </span>
      )}
    </div>
  )
}

const countSet = (fields: readonly FilterField[], params: URLSearchParams) =>
  fields.filter((field) => namesOf(field).some((name) => params.has(name))).length

/** Folded on a phone alone, behind a button that says how many conditions are set. */
function Foldable({ when, set, children }: { when: boolean; set: number; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (!when) return children
  return (
    <>
      <Button
        className={classes.unfold}
        icon={IconChevronDown}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {set > 0 ? `${m.ui_filters()} (${formatNumber(set)})` : m.ui_filters()}
      </Button>
      <div id={id} className={classes.foldable} data-folded={!open || undefined}>
        {children}
      </div>
    </>
  )
}

/** The parameters of the address a field reads. */
export const namesOf = (field: FilterField): string[] =>
  field.kind === 'dates' ? [field.from, field.to] : [field.name]

/** A press is seen at once, though the address changes only when the new list is there. */
function useShownAtOnce({ params, onChange }: Pick<Props, 'params' | 'onChange'>) {
  const [draft, setDraft] = useState<URLSearchParams | null>(null)
  const address = params.toString()
  const [seen, setSeen] = useState(address)
  if (seen !== address) {
    setSeen(address)
    setDraft(null)
  }
  const shown = draft ?? params
  const change = (patch: Search) => {
    setDraft(patched(shown, patch))
    onChange(patch)
  }
  return { shown, change }
}

function Fields({ fields, ...rest }: Pick<Props, 'fields' | 'params' | 'onChange'>) {
  return fields.map((field) => <Field key={namesOf(field)[0]} field={field} {...rest} />)
}

interface FieldProps extends Pick<Props, 'params' | 'onChange'> {
  field: FilterField
}

function Field({ field, params, onChange }: FieldProps) {
  switch (field.kind) {
    case 'search':
      return (
        <SearchFilter
          label={field.label}
          value={params.get(field.name) ?? ''}
          onChange={(value) => onChange({ [field.name]: value })}
        />
      )
    case 'choice':
      return (
        <ChoiceFilter
          label={field.label}
          options={field.options}
          single={field.single}
          otherwise={field.otherwise}
          choices={field.choices}
          chosen={params.getAll(field.name)}
          onChange={(chosen) => onChange({ [field.name]: chosen })}
        />
      )
    case 'units':
      return (
        <UnitFilter
          label={field.label}
          units={field.units}
          by={field.by}
          chosen={params.getAll(field.name)}
          onChange={(chosen) =>
            onChange({ [field.name]: field.single ? chosen.slice(-1) : chosen })
          }
        />
      )
    case 'dates':
      return (
        <DateRangeFilter
          label={field.label}
          from={params.get(field.from) ?? ''}
          to={params.get(field.to) ?? ''}
          periods={field.periods}
          onChange={({ from, to }) => onChange({ [field.from]: from, [field.to]: to })}
        />
      )
    case 'day':
      return (
        <Suspense>
          <DayFilter
            label={field.label}
            value={params.get(field.name) ?? ''}
            onChange={(day) => onChange({ [field.name]: day })}
          />
        </Suspense>
      )
  }
}
