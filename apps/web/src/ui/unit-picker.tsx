import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { type ReactNode, type Ref, useEffect, useMemo, useState } from 'react'
import { useLanguage } from '../lib/language.ts'
import {
  findUnits,
  formerNamesFound,
  groupFound,
  groupUnits,
  type PickableUnit,
} from '../lib/unit-search.ts'
import { unitTypeWords } from '../lib/unit-terms.ts'
import { m } from '../paraglide/messages.js'
import { type Bundle, bundlesOf, condense } from './unit-bundles.ts'
import classes from './unit-picker.module.css'

interface Props {
  label: ReactNode
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  units: readonly PickableUnit[]
  /** The ids chosen, in the order they were. */
  value: readonly string[]
  onChange: (ids: string[]) => void
  onBlur?: () => void
  /** At most one. */
  single?: boolean
  ref?: Ref<HTMLInputElement>
  'data-path'?: string
}

const MOST_SHOWN = 60

/**
 * Units, found by typing part of a name without marks (`so xay` finds Sở Xây dựng) or taken by the
 * group: all communes and wards at once.
 */
export function UnitPicker(props: Props) {
  const { units, value, onChange, onBlur, single = false, ref, ...wrapper } = props
  const { label, description, error, required, disabled } = wrapper
  const [query, setQuery] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of groups are in the language
  const bundles = useMemo(() => (single ? [] : bundlesOf(units)), [units, single, language])
  const free = useMemo(() => units.filter(({ id }) => !value.includes(id)), [units, value])
  const groups = useMemo(() => {
    const found = findUnits(free, query).slice(0, MOST_SHOWN)
    return query.trim() ? groupFound(found) : groupUnits(found)
  }, [free, query])
  const offered = findBundles(bundles, query, value)

  // Enter takes the first that matches, once it is there to be taken.
  const { selectFirstOption } = combobox
  useEffect(() => {
    if (query) selectFirstOption()
  }, [query, selectFirstOption])

  const pick = (key: string) => {
    const bundle = bundles.find((one) => one.key === key)
    const added = bundle ? bundle.ids.filter((id) => !value.includes(id)) : [key]
    onChange(single ? added : [...value, ...added])
    setQuery('')
    // A second Enter takes nothing that was not asked for.
    combobox.resetSelectedOption()
    if (single) combobox.closeDropdown()
  }
  const drop = (ids: readonly string[]) => onChange(value.filter((id) => !ids.includes(id)))
  const pills = condense(units, bundles, value)

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          classNames={{ input: classes.input }}
          label={label}
          description={value.length > 3 ? m.ui_unit_chosen({ count: value.length }) : description}
          error={error}
          withAsterisk={required}
          disabled={disabled}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {pills.map((pill) => (
              <Pill
                key={pill.key}
                withRemoveButton={!disabled}
                onRemove={() => drop(pill.ids)}
                removeButtonProps={{ 'aria-label': `${m.ui_remove()} ${pill.label}` }}
              >
                {pill.label}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                className={classes.field}
                ref={ref}
                data-path={props['data-path']}
                disabled={disabled}
                value={query}
                placeholder={value.length === 0 ? m.ui_unit_placeholder() : undefined}
                onChange={(event) => {
                  setQuery(event.target.value)
                  combobox.openDropdown()
                }}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown()
                  setQuery('')
                  onBlur?.()
                }}
                onKeyDown={(event) => {
                  // Ctrl+Enter is the form's: it sends, and chooses no unit on the way.
                  if (event.ctrlKey || event.metaKey) combobox.resetSelectedOption()
                  const last = pills.at(-1)
                  if (event.key === 'Backspace' && query === '' && last) {
                    event.preventDefault()
                    drop(last.ids)
                  }
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options
          mah={320}
          className={classes.options}
          aria-label={m.ui_unit_placeholder()}
        >
          {offered.map(({ key, label: name }) => (
            <Combobox.Option key={key} value={key} className={classes.bundle}>
              {name}
            </Combobox.Option>
          ))}
          {groups.map(({ type, units: ofType }) => (
            <Combobox.Group key={type} label={unitTypeWords[type]()}>
              {ofType.map((unit) => (
                <Combobox.Option key={unit.id} value={unit.id}>
                  {unit.name}
                  <Former names={formerNamesFound(unit, query)} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {offered.length === 0 && groups.length === 0 && (
            <Combobox.Empty>{m.ui_unit_none()}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Why a unit is offered for a name that is not its own. */
function Former({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return <span className={classes.former}>{m.ui_unit_former({ names: names.join('; ') })}</span>
}

/** Groups that are wholly chosen are offered no more; the rest by their names. */
function findBundles(bundles: readonly Bundle[], query: string, value: readonly string[]) {
  const open = bundles.filter(({ ids }) => ids.some((id) => !value.includes(id)))
  const found = findUnits(
    open.map(({ key, label }) => ({ code: key, name: label, shortName: '', type: 'other' })),
    query,
  )
  return open.filter(({ key }) => found.some(({ code }) => code === key))
}
