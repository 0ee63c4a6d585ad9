import type { ReactNode } from 'react'
import classes from './states.module.css'

interface Props {
  title: string
  /** What to do about it. */
  children?: ReactNode
  actions?: ReactNode
}

/** Nothing to show, and why that may be. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className={classes.state}>
      <p className={classes.title}>{title}</p>
      {children && <p className={classes.text}>{children}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
