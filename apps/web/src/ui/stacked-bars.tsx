import { type ReactNode, useState } from 'react'
import { formatNumber } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './chart.module.css'
import { ChartLegend } from './chart-legend.tsx'
import { ChartMark } from './chart-mark.tsx'
import statusClasses from './chart-status.module.css'
import {
  barOf,
  type ListOf,
  presentIn,
  type StatusBarMarks,
  type StatusRow,
} from './status-chart.ts'
import { useMarks } from './use-marks.ts'

interface Props<Row extends StatusRow> {
  rows: readonly Row[]
  listOf: ListOf
  /** Bars to one scale, or each as long as the next, to compare shares. */
  scale?: 'count' | 'share'
  /** More than these are shown when asked for. */
  most?: number
  /** A second figure at the end of each bar, under its heading. */
  aside?: { heading: string; of: (row: Row) => ReactNode }
}

/** Stacked bars of the seven statuses, one a row; each part opens the list it counts. */
export function StackedBars<Row extends StatusRow>(props: Props<Row>) {
  const { rows, listOf, scale = 'count', most = 12, aside } = props
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, most)
  const bars = shown.map((row) => barOf(row, listOf))
  const marks = useMarks(
    bars.map(({ parts, whole }) => [...parts, whole]),
    'lying',
  )
  const largest = Math.max(1, ...rows.map(({ total }) => total))
  const lengthOf = (total: number) => (scale === 'share' && total > 0 ? 1 : total / largest)
  return (
    <figure className={classes.chart}>
      <ChartLegend statuses={presentIn(shown)} seen={marks.seen} />
      <div className={classes.bars} data-aside={aside ? true : undefined} {...marks.frame}>
        <div className={classes.heads} aria-hidden>
          <span>{m.ui_chart_total()}</span>
          {aside && <span>{aside.heading}</span>}
        </div>
        <ol>
          {bars.map((bar, index) => (
            <li key={bar.row.key} className={classes.row}>
              <span className={classes.label}>{bar.row.label}</span>
              <Stack bar={bar} marks={marks} length={lengthOf(bar.row.total)} />
              <ChartMark mark={bar.whole} marks={marks} className={classes.total}>
                {formatNumber(bar.row.total)}
              </ChartMark>
              {aside && (
                <span className={classes.aside}>
                  <span className="visually-hidden">{aside.heading}: </span>
                  {aside.of(shown[index] as Row)}
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
      {rows.length > most && (
        <Button small onClick={() => setAll(!all)} aria-expanded={all} className={classes.rest}>
          {all ? m.ui_chart_fewer({ count: most }) : m.ui_chart_all({ count: rows.length })}
        </Button>
      )}
    </figure>
  )
}

interface StackProps {
  bar: StatusBarMarks
  marks: ReturnType<typeof useMarks>
  length: number
}

function Stack({ bar: { parts }, marks, length }: StackProps) {
  return (
    <span className={classes.track}>
      <span className={classes.bar} style={{ width: `${length * 100}%` }}>
        {parts.map((part) => (
          <ChartMark
            key={part.id}
            mark={part}
            marks={marks}
            className={`${classes.part} ${statusClasses[part.status]}`}
            style={{ flexGrow: part.count }}
          />
        ))}
      </span>
    </span>
  )
}
