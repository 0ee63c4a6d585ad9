import { formatOfficialDate } from '@dunghan/domain'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Assignment } from '../../api/assignments.ts'
import { asProblem } from '../../api/problem.ts'
import { useMay } from '../../api/use-session.ts'
import { asOfIn } from '../../lib/as-of.ts'
import { formatDeadline } from '../../lib/deadline.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { useToday } from '../../lib/use-now.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { DayFilter } from '../../ui/day-filter.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PastBanner } from '../../ui/past-banner.tsx'
import { FiguresSkeleton } from '../../ui/skeletons.tsx'
import { CalendarNotice } from './calendar-notice.tsx'
import { DueCalendar } from './due-calendar.tsx'
import { KeptDraft } from './kept-draft.tsx'
import { LatestDirectives } from './latest-directives.tsx'
import { MissingAccounts } from './missing-accounts.tsx'
import { OfficeActions } from './office-actions.tsx'
import { OverdueByUnit } from './overdue-by-unit.tsx'
import classes from './overview.module.css'
import { OwnOverdue } from './own-overdue.tsx'
import { PendingExtensions } from './pending-extensions.tsx'
import { longestWaiting, standingByUnit } from './queries.ts'
import { ReportDue } from './report-due.tsx'
import { SeeAll } from './see-all.tsx'
import { StandingFigures } from './standing-figures.tsx'
import { TaskLines } from './task-lines.tsx'
import { TrendPanel } from './trend-panel.tsx'

/** How the whole stands, what waits for the office, and who is late; or how it stood on a day. */
export function OfficeOverview() {
  const { params, set } = useSearchState()
  const asOf = asOfIn(params)
  const { data: standing, error, refetch } = useQuery(standingByUnit(asOf))
  const problem = asProblem(error)
  const reviews = useMay()('report.review')
  return (
    <>
      <PageHeader
        title={m.shell_nav_overview()}
        lead={<Today />}
        actions={
          <>
            {!asOf && <PresentActions />}
            <DayFilter
              label={m.ui_as_of()}
              value={asOf ?? ''}
              onChange={(day) => set({ asOf: day })}
            />
          </>
        }
      />
      {!asOf && <CalendarNotice />}
      {asOf && !problem && (
        <PastBanner asOf={asOf} hrefNow={paths.overview()}>
          {m.overview_past()}
        </PastBanner>
      )}
      {problem && (
        <ErrorState
          problem={problem}
          onRetry={problem.isPassing ? () => refetch() : undefined}
          actions={asOf && <ButtonLink href={paths.overview()}>{m.ui_as_of_back()}</ButtonLink>}
        />
      )}
      {!standing && !problem && <FiguresSkeleton />}
      {standing && (
        <>
          {!asOf && <NeedsYou />}
          <StandingFigures figures={standing.totals} asOf={asOf} />
          <div className={asOf ? classes.stack : classes.columns}>
            {!asOf && <DueCalendar />}
            <Panel title={m.overview_overdue_by_unit()}>
              <OverdueByUnit rows={standing.rows} asOf={asOf} />
            </Panel>
            <TrendPanel asOf={asOf} />
            {!asOf && (
              <>
                {!reviews && <Waiting />}
                <LatestDirectives />
              </>
            )}
          </div>
        </>
      )}
    </>
  )
}

function Today() {
  const today = useToday()
  const date = currentLanguage() === 'vi' ? formatOfficialDate(today) : formatCivilDate(today)
  return m.overview_today({ date })
}

function PresentActions() {
  return <OfficeActions waiting={useSuspenseQuery(longestWaiting).data.total} />
}

/** What each role has before it today, most pressing first; a leader begins with the figures. */
function NeedsYou() {
  const reviews = useMay()('report.review')
  return (
    <div className={classes.first}>
      {reviews && <Waiting />}
      <PendingExtensions />
      <KeptDraft />
      <OwnOverdue />
      <ReportDue />
      <MissingAccounts />
    </div>
  )
}

/** When the verdict on a report that waits is due. */
function reviewDue({ reports }: Assignment) {
  const due = reports.at(-1)?.reviewDueAt
  return due && m.overview_review_due({ at: formatDeadline(due) })
}

/** The reports that wait longest, and the way to the queue. */
function Waiting() {
  const may = useMay()
  const { data: waiting } = useSuspenseQuery(longestWaiting)
  const queue = may('report.review')
    ? paths.reviews()
    : paths.assignments({ status: 'awaiting_review', sort: 'submittedAt' })
  return (
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
          noteOf={reviewDue}
          hrefOf={may('report.review') ? paths.review : paths.assignment}
        />
      )}
    </Panel>
  )
}
