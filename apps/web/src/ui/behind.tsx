import type { ReactNode } from 'react'
import { m } from '../paraglide/messages.js'
import classes from './behind.module.css'

/** The table behind a chart, one press away. */
export function Behind({ children }: { children: ReactNode }) {
  return (
    <details className={classes.behind}>
      <summary>{m.ui_chart_table()}</summary>
      {children}
    </details>
  )
}
