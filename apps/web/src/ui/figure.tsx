import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatNumber } from '../lib/format.ts'
import classes from './figure.module.css'

interface Props {
  label: string
  /** A number is written as the language does; a text as it is. */
  value: number | string
  /** The list behind the figure. */
  href?: string
  note?: ReactNode
  icon?: TablerIcon
  tone?: 'plain' | 'bad' | 'warn' | 'good'
}

/** A big number that opens the list behind it. Stands within `Figures`. */
export function Figure({ label, value, href, note, icon: Icon, tone = 'plain' }: Props) {
  const content = (
    <>
      <span className={classes.value}>
        {typeof value === 'number' ? formatNumber(value) : value}
      </span>
      <span className={classes.label}>
        {Icon && <Icon size={16} aria-hidden />}
        {label}
      </span>
      {note && <span className={classes.note}>{note}</span>}
    </>
  )
  // Zero of something bad is nothing to shout about.
  const className = `${classes.figure} ${value === 0 ? '' : (classes[tone] ?? '')}`
  return (
    <li>
      {href ? (
        <a href={href} className={className}>
          {content}
        </a>
      ) : (
        <div className={className}>{content}</div>
      )}
    </li>
  )
}

export function Figures({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.figures} aria-label={label}>
      {children}
    </ul>
  )
}
