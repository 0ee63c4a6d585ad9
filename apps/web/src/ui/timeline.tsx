import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { exactInstant } from '../lib/spoken-date.ts'
import classes from './timeline.module.css'

export interface TimelineItem {
  key: string
  at: string
  title: ReactNode
  icon: TablerIcon
  tone?: 'plain' | 'info' | 'good' | 'bad'
  /** By which a link leads to this item: its time is that link. */
  anchor?: string
  children?: ReactNode
}

interface Props {
  label: string
  items: readonly TimelineItem[]
  /** The anchor of the item a link led to. */
  current?: string
}

/** What happened, in the order it happened, each at its instant in Việt Nam. */
export function Timeline({ label, items, current }: Props) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {items.map(({ key, at, title, icon: Icon, tone = 'plain', anchor, children }) => (
        <li
          key={key}
          id={anchor}
          aria-current={anchor !== undefined && anchor === current ? 'location' : undefined}
          className={`${classes.item} ${classes[tone] ?? ''}`}
        >
          <span className={classes.mark}>
            <span className={classes.dot}>
              <Icon size={16} aria-hidden />
            </span>
          </span>
          <div className={classes.body}>
            <div className={classes.title}>{title}</div>
            <time dateTime={at} className={classes.when}>
              {anchor ? <a href={`#${anchor}`}>{exactInstant(at)}</a> : exactInstant(at)}
            </time>
            {children}
          </div>
        </li>
      ))}
    </ol>
  )
}
