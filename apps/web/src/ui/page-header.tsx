import type { ReactNode } from 'react'
import { useUnreadTitle } from '../lib/unread.ts'
import { m } from '../paraglide/messages.js'
import classes from './page-header.module.css'

export interface Crumb {
  title: string
  href: string
}

interface Props {
  /** Also the title of the document. */
  title: string
  /** Shown in place of `title` as the heading. */
  heading?: ReactNode
  /** The pages above this one. */
  crumbs?: readonly Crumb[]
  lead?: ReactNode
  actions?: ReactNode
}

/** The top of a page: where one is, what it is, what can be done with the whole of it. */
export function PageHeader({ title, heading, crumbs, lead, actions }: Props) {
  const documentTitle = useUnreadTitle(m.shell_title({ page: title }))
  return (
    <header className={classes.header}>
      <title>{documentTitle}</title>
      <div className={classes.words}>
        {crumbs && crumbs.length > 0 && (
          <nav aria-label={m.shell_breadcrumbs()} className={classes.crumbs}>
            <ol>
              {crumbs.map((crumb) => (
                <li key={crumb.href}>
                  <a href={crumb.href}>{crumb.title}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{heading ?? title}</h1>
        {lead && <div className={classes.lead}>{lead}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
