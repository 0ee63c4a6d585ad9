import { IconX } from '@tabler/icons-react'
import { patched } from '../lib/patched-search.ts'
import { spanWords } from '../lib/span-words.ts'
import { m } from '../paraglide/messages.js'
import type { FilterField } from './filter-bar.tsx'
import classes from './filter-chips.module.css'

interface Props {
  fields: readonly FilterField[]
  params: URLSearchParams
  /** The page the conditions are of. */
  path: string
  /** Conditions that are told elsewhere: by the tab chosen, for instance. */
  except?: readonly string[]
}

/** The conditions in force, in words; each can be dropped by itself. */
export function FilterChips({ fields, params, path, except = [] }: Props) {
  const chips = fields.flatMap((field) => chipOf(field, params) ?? [])
  const shown = chips.filter(({ names }) => !names.some((name) => except.includes(name)))
  if (shown.length === 0) return null
  return (
    <ul className={classes.chips} aria-label={m.ui_conditions()}>
      {shown.map(({ names, words }) => (
        <li key={names[0]}>
          <span className={classes.words}>{words}</span>
          <a
            href={`${path}?${patched(params, Object.fromEntries(names.map((name) => [name, null])))}`}
            aria-label={m.ui_drop_condition({ condition: words })}
          >
            <IconX size={14} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  )
}

interface Chip {
  names: string[]
  words: string
}

/** `Tình trạng: Quá hạn, Sắp đến hạn`; null where nothing is chosen. */
export function chipOf(field: FilterField, params: URLSearchParams): Chip | null {
  if (field.kind === 'dates') {
    const [from, to] = [params.get(field.from), params.get(field.to)]
    if (!from && !to) return null
    return chip([field.from, field.to], field.label, spanWords(from, to))
  }
  const values = params.getAll(field.name).filter((value) => value !== '')
  // The instant looked at has a banner of its own.
  if (values.length === 0 || field.kind === 'day') return null
  if (field.kind === 'search') return chip([field.name], field.label, `“${values[0]}”`)
  const labels =
    field.kind === 'units'
      ? field.units.map((unit) => ({ value: unit[field.by] ?? unit.code, label: unit.shortName }))
      : field.options
  const named = values.map((value) => labels.find((one) => one.value === value)?.label ?? value)
  return chip([field.name], field.label, named.join(', '))
}

const chip = (names: string[], name: string, value: string): Chip => ({
  names,
  words: m.ui_condition({ name, value }),
})
