import { useState } from 'react'
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

interface Props {
  /** In the order of time, with what had nothing in between. */
  rows: readonly StatusRow[]
  listOf: ListOf
  /** So many of the last; earlier ones are shown when asked for. */
  most?: number
}

/** Stacked columns of the seven statuses over time; each part opens the list it counts. */
export function StackedColumns({ rows, listOf, most = 12 }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(-most)
  const bars = shown.map((row) => barOf(row, listOf))
  const marks = useMarks(
    bars.map(({ parts, whole }) => [...parts, whole]),
    'standing',
  )
  const largest = Math.max(1, ...shown.map(({ total }) => total))
  const ticks = withYears(shown.map(({ label }) => tickOf(label)))
  return (
    <figure className={classes.chart}>
      <ChartLegend statuses={presentIn(shown)} seen={marks.seen} />
      <div className={classes.sideways} {...marks.frame}>
        <ol className={classes.columns} style={{ maxWidth: `${shown.length * 5}rem` }}>
          {bars.map((bar, index) => (
            <li key={bar.row.key}>
              <Column bar={bar} marks={marks} height={bar.row.total / largest} />
              <Tick tick={ticks[index]} />
            </li>
          ))}
        </ol>
      </div>
      {rows.length > most && (
        <Button small onClick={() => setAll(!all)} aria-expanded={all} className={classes.rest}>
          {all ? m.ui_chart_fewer_periods({ count: most }) : m.ui_chart_all({ count: rows.length })}
        </Button>
      )}
    </figure>
  )
}

interface ColumnProps {
  bar: StatusBarMarks
  marks: ReturnType<typeof useMarks>
  height: number
}

function Column({ bar: { row, parts, whole }, marks, height }: ColumnProps) {
  return (
    <span className={classes.plot}>
      <ChartMark mark={whole} marks={marks} className={classes.top}>
        {formatNumber(row.total)}
      </ChartMark>
      <span className={classes.stack} style={{ height: `calc((100% - 1.4rem) * ${height})` }}>
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

interface TickParts {
  name: string
  year: string
}

/** `11/2026`, `Quý 4/2026`, `Q4 2026`, `2026`. */
function tickOf(label: string): TickParts {
  const [, name, year] = /^(?:(.+)[/ ])?(\d{4})$/.exec(label) ?? []
  return { name: name ?? label, year: name && year ? year : '' }
}

/** The year is said where it begins; at the start, unless another begins right after. */
const withYears = (ticks: readonly TickParts[]) =>
  ticks.map((tick, index) => {
    const begins = index === 0 || tick.year !== ticks[index - 1]?.year
    const crowded = index === 0 && ticks.slice(1, 3).some(({ year }) => year !== tick.year)
    return { ...tick, saysYear: begins && !crowded }
  })

function Tick({ tick }: { tick?: TickParts & { saysYear: boolean } }) {
  if (!tick) return null
  return (
    <span className={classes.tick}>
      {tick.name}
      {tick.year && (
        <span className={tick.saysYear ? classes.year : 'visually-hidden'}> {tick.year}</span>
      )}
    </span>
  )
}
