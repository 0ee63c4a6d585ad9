import { IconFilterQuestion } from '@tabler/icons-react'
import type { NotUnderstood } from '../lib/known-search.ts'
import { m } from '../paraglide/messages.js'
import classes from './broken-search.module.css'
import { ButtonLink } from './button.tsx'
import type { FilterField } from './filter-bar.tsx'

interface Props {
  broken: readonly NotUnderstood[]
  /** The page without it. */
  href: string
  /** By which a condition is called as it is on the page. */
  fields?: readonly FilterField[]
}

/** What of the address means nothing here, and the way to be rid of exactly it. */
export function BrokenSearch({ broken, href, fields = [] }: Props) {
  if (broken.length === 0) return null
  return (
    <div className={classes.notice} role="status">
      <IconFilterQuestion size={20} aria-hidden />
      <div className={classes.words}>
        <strong>{m.lists_broken_title()}</strong> {m.lists_broken_rest()}
        <ul>
          {broken.map(({ name, value }) => (
            <li key={`${name}=${value}`}>
              {value === null
                ? m.lists_broken_name({ name: short(name) })
                : m.lists_broken_value({ name: labelOf(name, fields), value: short(value) })}
            </li>
          ))}
        </ul>
      </div>
      <ButtonLink small href={href}>
        {m.lists_broken_clear()}
      </ButtonLink>
    </div>
  )
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

function labelOf(name: string, fields: readonly FilterField[]): string {
  const field = fields.find((one) =>
    one.kind === 'dates' ? one.from === name || one.to === name : one.name === name,
  )
  return field?.label ?? name
}
