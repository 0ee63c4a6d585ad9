import type { ReactNode } from 'react'
import classes from './facts.module.css'

export type FactEntry = readonly [label: string, value: ReactNode]

/** What is known of one thing, as names and values; what has no value is left out. */
export function Facts({
  entries,
  stacked = false,
}: {
  entries: readonly FactEntry[]
  stacked?: boolean
}) {
  return (
    <dl className={stacked ? classes.stacked : classes.facts}>
      {entries.map(([label, value]) =>
        value === null || value === undefined || value === '' || value === false ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
