import { formatNumber } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import classes from './chart.module.css'
import { ChartReadout } from './chart-legend.tsx'
import { ChartMark } from './chart-mark.tsx'
import statusClasses from './chart-status.module.css'
import { useMarks } from './use-marks.ts'

export interface PlainRow {
  key: string
  label: string
  value: number
  href: string | null
}

interface Props {
  rows: readonly PlainRow[]
  /** What is counted, for the words of each bar. */
  part: string
}

/** One bar a row, of one thing alone; each opens the list it counts. */
export function PlainBars({ rows, part }: Props) {
  const bars = rows.map(({ key, label, value, href }) => ({
    id: key,
    says: m.ui_chart_figure({ row: label, part, count: formatNumber(value) }),
    href: value > 0 ? href : null,
  }))
  const marks = useMarks(
    bars.map((bar) => [bar]),
    'lying',
  )
  const largest = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <figure className={classes.chart}>
      <ChartReadout seen={marks.seen} />
      <div className={classes.bars} {...marks.frame}>
        <ol>
          {rows.map(({ key, label, value }, index) => (
            <li key={key} className={classes.row}>
              <span className={classes.label}>{label}</span>
              <span className={classes.track} aria-hidden>
                {value > 0 && (
                  <span
                    className={`${classes.bar} ${statusClasses.overdue}`}
                    style={{ width: `${(value / largest) * 100}%` }}
                  />
                )}
              </span>
              <ChartMark
                mark={bars[index] ?? { id: key, says: label, href: null }}
                marks={marks}
                className={`${classes.total} ${classes.stretched}`}
              >
                {formatNumber(value)}
              </ChartMark>
            </li>
          ))}
        </ol>
      </div>
    </figure>
  )
}
