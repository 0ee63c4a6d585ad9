import type { AssignmentStatus } from '@dunghan/domain'
import { formatNumber } from '../lib/format.ts'
import { statusWords } from '../lib/terms.ts'
import { m } from '../paraglide/messages.js'
import classes from './status-bars.module.css'

export interface StatusRow {
  key: string
  label: string
  total: number
  counts: Partial<Record<string, number>>
}

interface Props {
  rows: readonly StatusRow[]
  /** More than these are left to the table. */
  most?: number
}

/** In the order in which a bar is read: done, on its way, trouble at the end. */
const order: readonly AssignmentStatus[] = [
  'completed_early',
  'completed_on_time',
  'completed_late',
  'awaiting_review',
  'in_progress',
  'due_soon',
  'overdue',
]

/**
 * Stacked bars of the seven statuses, one a row, all to one scale. A picture of a table that stands
 * beside it: for those who read the table, the bars are left out.
 */
export function StatusBars({ rows, most = 24 }: Props) {
  const largest = Math.max(1, ...rows.map(({ total }) => total))
  const present = order.filter((status) => rows.some(({ counts }) => counts[status]))
  return (
    <figure style={{ margin: 0 }}>
      <ul className={classes.legend} aria-hidden>
        {present.map((status) => (
          <li key={status}>
            <span className={`${classes.swatch} ${classes[status]}`} />
            {statusWords[status]()}
          </li>
        ))}
      </ul>
      <div className={classes.rows} aria-hidden>
        {rows.slice(0, most).map((row) => (
          <Bar key={row.key} row={row} largest={largest} />
        ))}
      </div>
      <figcaption className={classes.note}>
        {rows.length > most && `${m.ui_chart_more({ count: rows.length - most })}. `}
        {m.ui_chart_table_below()}
      </figcaption>
    </figure>
  )
}

function Bar({ row: { label, total, counts }, largest }: { row: StatusRow; largest: number }) {
  return (
    <div className={classes.row}>
      <span className={classes.label}>{label}</span>
      <span className={classes.bar} style={{ width: `${(total / largest) * 100}%` }}>
        {order.map((status) => {
          const count = counts[status] ?? 0
          if (count === 0) return null
          return (
            <span
              key={status}
              className={classes[status]}
              style={{ flexGrow: count }}
              title={`${statusWords[status]()}: ${formatNumber(count)}`}
            />
          )
        })}
      </span>
      <span className={classes.total}>{formatNumber(total)}</span>
    </div>
  )
}
