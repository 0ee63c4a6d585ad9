import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../api/use-session.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './overview.module.css'
import { reportsDue } from './queries.ts'

/** For the coordinator: the monthly report that is due, or the day of the next one. */
export function ReportDue() {
  const may = useMay()('statistics.monthlyReport')
  const { data } = useQuery({ ...reportsDue, enabled: may })
  if (!may || !data) return null
  const { missing, next } = data
  return (
    <Panel
      title={m.overview_report_due()}
      aside={<a href={paths.monthlyReports()}>{m.overview_reports_all()}</a>}
    >
      {missing.length === 0 ? (
        <p className={classes.note}>
          {m.overview_report_next({
            month: monthWords(next.month),
            date: formatCivilDate(next.drawUpOn),
          })}
        </p>
      ) : (
        <ul className={classes.needs}>
          {missing.map((month) => (
            <li key={month}>
              {m.overview_report_missing({ month: monthWords(month) })}
              <ButtonLink small href={paths.newMonthlyReport({ month })}>
                {m.overview_report_draw_up()}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

const monthWords = (month: string) => `${month.slice(5, 7)}/${month.slice(0, 4)}`
