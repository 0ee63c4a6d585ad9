import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatInstant } from '../lib/format.ts'
import classes from './timeline.module.css'

export interface TimelineItem {
  key: string
  at: string
  title: ReactNode
  icon: TablerIcon
  tone?: 'plain' | 'info' | 'good' | 'bad'
  children?: ReactNode
}

/** What happened, in the order it happened. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {items.map(({ key, at, title, icon: Icon, tone = 'plain', children }) => (
        <li key={key} className={`${classes.item} ${classes[tone] ?? ''}`}>
          <span className={classes.mark}>
            <span className={classes.dot}>
              <Icon size={16} aria-hidden />
            </span>
          </span>
          <div className={classes.body}>
            <div className={classes.title}>{title}</div>
            <time dateTime={at} className={classes.when}>
              {formatInstant(at)}
            </time>
            {children}
          </div>
        </li>
      ))}
    </ol>
  )
}
