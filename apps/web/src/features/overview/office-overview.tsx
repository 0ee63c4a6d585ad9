import { formatOfficialDate } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import { firstAssignments } from '../../api/assignments.ts'
import { useMay } from '../../api/use-session.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CalendarNotice } from './calendar-notice.tsx'
import { LatestDirectives } from './latest-directives.tsx'
import { OfficeActions } from './office-actions.tsx'
import { OverdueByUnit } from './overdue-by-unit.tsx'
import classes from './overview.module.css'
import { OwnOverdue } from './own-overdue.tsx'
import { PendingExtensions } from './pending-extensions.tsx'
import { FEW, standingByUnit } from './queries.ts'
import { SeeAll } from './see-all.tsx'
import { StandingFigures } from './standing-figures.tsx'
import { TaskLines } from './task-lines.tsx'

/** How the whole stands, what waits for the office, and who is late. */
export function OfficeOverview() {
  const may = useMay()
  const today = useToday()
  const { data: standing } = useSuspenseQuery(standingByUnit)
  const { data: waiting } = useSuspenseQuery(
    firstAssignments({ status: ['awaiting_review'], sort: 'submittedAt', limit: FEW }),
  )
  const queue = may('report.review')
    ? paths.reviews()
    : paths.assignments({ status: 'awaiting_review', sort: 'submittedAt' })
  return (
    <>
      <PageHeader
        title={m.shell_nav_overview()}
        lead={m.overview_today({
          date: currentLanguage() === 'vi' ? formatOfficialDate(today) : formatCivilDate(today),
        })}
        actions={<OfficeActions waiting={waiting.total} />}
      />
      <CalendarNotice />
      <StandingFigures figures={standing.totals} />
      <div className={classes.columns}>
        <Panel
          title={m.overview_awaiting_review()}
          aside={
            waiting.total > 0 && (
              <SeeAll href={queue} label={m.overview_awaiting_review()} total={waiting.total} />
            )
          }
        >
          {waiting.total === 0 ? (
            <p className={classes.note}>{m.overview_no_waiting()}</p>
          ) : (
            <TaskLines
              items={waiting.items}
              withUnit
              hrefOf={may('report.review') ? paths.review : paths.assignment}
            />
          )}
        </Panel>
        <Panel title={m.overview_overdue_by_unit()}>
          <OverdueByUnit rows={standing.rows} />
        </Panel>
        <PendingExtensions />
        <OwnOverdue />
        <LatestDirectives />
      </div>
    </>
  )
}
