import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import classes from './assignments.module.css'

/** For a unit: what it answers for, and what it supports. */
export function RoleTabs({ role }: { role: string }) {
  const support = role === 'support'
  return (
    <nav className={classes.tabs} aria-label={m.assignments_tabs()}>
      <a href={paths.assignments()} aria-current={support ? undefined : 'page'}>
        {m.assignments_tab_lead()}
      </a>
      <a href={paths.assignments({ role: 'support' })} aria-current={support ? 'page' : undefined}>
        {m.assignments_tab_support()}
      </a>
    </nav>
  )
}
