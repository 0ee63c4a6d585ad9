import type { AssignmentStatus } from '@dunghan/domain'
import { statusWords } from '../lib/terms.ts'
import { m } from '../paraglide/messages.js'
import classes from './chart.module.css'
import statusClasses from './chart-status.module.css'
import type { Mark } from './use-marks.ts'

interface Props {
  statuses: readonly AssignmentStatus[]
  seen: Mark | null
}

/** What each colour and pattern stands for, and below it the figure pointed at, in words. */
export function ChartLegend({ statuses, seen }: Props) {
  return (
    <>
      <ul className={classes.legend} aria-label={m.ui_chart_legend()}>
        {statuses.map((status) => (
          <li key={status}>
            <span className={`${classes.swatch} ${statusClasses[status]}`} />
            {statusWords[status]()}
          </li>
        ))}
      </ul>
      <ChartReadout seen={seen} />
    </>
  )
}

/** The figure pointed at; until then, how to read one. */
export function ChartReadout({ seen }: { seen: Mark | null }) {
  return <p className={seen ? classes.readout : classes.hint}>{seen?.says ?? m.ui_chart_hint()}</p>
}
