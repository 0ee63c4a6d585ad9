import type { StatisticsRow } from '../../api/statistics.ts'
import { useMay } from '../../api/use-session.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import classes from './overview.module.css'
import { RemindUnit } from './remind-unit.tsx'

const MOST = 8

/** The units with the most overdue assignments, as bars that open their lists. */
export function OverdueByUnit({ rows, asOf }: { rows: readonly StatisticsRow[]; asOf?: string }) {
  const reminds = useMay()('reminder.send') && !asOf
  const late = rows
    .map(({ key, label, counts }) => ({ key, label, overdue: counts.overdue ?? 0 }))
    .filter(({ overdue }) => overdue > 0)
    .sort((a, b) => b.overdue - a.overdue)
  const largest = late[0]?.overdue ?? 1
  if (late.length === 0) return <p className={classes.note}>{m.overview_nothing_overdue()}</p>
  return (
    <>
      <ol className={classes.bars}>
        {late.slice(0, MOST).map(({ key, label, overdue }) => (
          <li key={key} data-act={reminds || undefined}>
            <a href={paths.assignments({ unitId: key, status: 'overdue', asOf })}>
              <span>{label}</span>
              <strong className="tabular">{formatNumber(overdue)}</strong>
              <span className={classes.bar} style={{ width: `${(overdue / largest) * 100}%` }} />
            </a>
            {reminds && <RemindUnit unitId={key} name={label} />}
          </li>
        ))}
      </ol>
      {late.length > MOST && (
        <p className={classes.note}>
          <a href={paths.statistics({ asOf })}>
            {m.overview_more_units({ count: late.length - MOST })}
          </a>
        </p>
      )}
    </>
  )
}
