import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

interface Props {
  /** By which a link on the page leads here. */
  id?: string
  title: string
  /** At the right of the title: a link to all, a count. */
  aside?: ReactNode
  children: ReactNode
}

/** One sheet on the desk: a titled section of a page. */
export function Panel({ id, title, aside, children }: Props) {
  const headingId = useId()
  return (
    <section id={id} className={classes.panel} aria-labelledby={headingId}>
      <div className={classes.head}>
        <h2 id={headingId}>{title}</h2>
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
