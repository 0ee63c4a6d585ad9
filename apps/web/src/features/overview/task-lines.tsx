import { isOpen } from '@dunghan/domain'
import type { ReactNode } from 'react'
import type { Assignment } from '../../api/assignments.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { paths } from '../../lib/paths.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './overview.module.css'

interface Props {
  items: readonly Assignment[]
  /** For the office, which sees several units in one list. */
  withUnit?: boolean
  hrefOf?: (id: string) => string
  /** What more is told of each. */
  noteOf?: (item: Assignment) => ReactNode
}

/** The first few assignments of a list. */
export function TaskLines(props: Props) {
  const { items, withUnit = false, hrefOf = paths.assignment, noteOf } = props
  return (
    <ul className={classes.lines}>
      {items.map((item) => (
        <li key={item.id}>
          <div className={classes.what}>
            <a href={hrefOf(item.id)}>{item.task.content}</a>
            <span className={classes.note}>
              {withUnit && `${item.unit.name} · `}
              {directiveName(item.directive)}
            </span>
            {noteOf && <span className={classes.told}>{noteOf(item)}</span>}
          </div>
          <DueDate {...item} workingDaysLeft={isOpen(item.state) ? item.workingDaysLeft : null} />
          <span className={classes.badge}>
            <StatusBadge status={item.status} state={item.state} />
          </span>
        </li>
      ))}
    </ul>
  )
}
