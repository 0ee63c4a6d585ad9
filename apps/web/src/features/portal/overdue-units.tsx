import type { Schema } from '../../api/types.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import classes from './overdue-units.module.css'

const MOST = 12

/** The units with overdue tasks, the most first; each bar opens its list. */
export function OverdueUnits({ rows }: { rows: readonly Schema<'StatisticsRow'>[] }) {
  const late = rows
    .map((row) => ({ ...row, overdue: row.counts.overdue ?? 0 }))
    .filter(({ overdue }) => overdue > 0)
    .sort((a, b) => b.overdue - a.overdue)
  const most = late[0]?.overdue ?? 1
  if (late.length === 0) return <p>{m.portal_nothing_overdue()}</p>
  return (
    <>
      <ol className={classes.units}>
        {late.slice(0, MOST).map(({ key, label, overdue, total }) => (
          <li key={key}>
            <a href={paths.publicAssignments({ unit: [key], status: ['overdue'] })}>
              <span className={classes.name}>{label}</span>
              <span className={classes.count}>
                {m.portal_overdue_of({
                  overdue: formatNumber(overdue),
                  total: formatNumber(total),
                })}
              </span>
              <span className={classes.bar} style={{ width: `${(overdue / most) * 100}%` }} />
            </a>
          </li>
        ))}
      </ol>
      {late.length > MOST && (
        <p className={classes.more}>
          <a href={paths.publicStatistics({ sort: '-overdue' })}>
            {m.portal_more_units({ count: late.length - MOST })}
          </a>
        </p>
      )}
    </>
  )
}
