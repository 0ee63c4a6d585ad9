import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { type LoaderFunctionArgs, useParams } from 'react-router-dom'
import {
  type AssignmentDetail,
  assignmentDetail,
  assignmentHistory,
} from '../../api/assignments.ts'
import { queryClient } from '../../api/query-client.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { paths } from '../../lib/paths.ts'
import { unfinished } from '../../lib/unfinished.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ActsPanel } from './acts-panel.tsx'
import classes from './assignment.module.css'
import { DirectivePanel } from './directive-panel.tsx'
import { DueDateWork } from './due-date-work.tsx'
import { DuePanel } from './due-panel.tsx'
import { ExtensionsPanel } from './extensions-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { ReportPanel } from './report-panel.tsx'
import { ReportsPanel } from './reports-panel.tsx'
import { ReturnedNotice } from './returned-notice.tsx'
import { TaskPanel } from './task-panel.tsx'
import { WithdrawnNotice } from './withdrawn-notice.tsx'

const VerdictPanel = lazy(async () => ({
  default: (await import('./verdict-panel.tsx')).VerdictPanel,
}))

export async function loader({ params }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  await Promise.all([
    queryClient.ensureQueryData({ ...assignmentDetail(id), revalidateIfStale: true }),
    queryClient.ensureQueryData({ ...assignmentHistory(id), revalidateIfStale: true }),
  ])
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: assignment } = useSuspenseQuery(assignmentDetail(id))
  const { directive, unit, status, state, role, reports } = assignment
  const name = directiveName(directive)
  const former = assignment.formerUnits.at(-1)
  return (
    <>
      <PageHeader
        title={`${name} – ${unit.name}`}
        heading={name}
        crumbs={[
          { title: m.assignments_list_title(), href: paths.assignments({ status: unfinished }) },
        ]}
        lead={
          <span className={classes.lead}>
            <StatusBadge status={status} state={state} />
            {role === 'support' && <span>{m.assignments_role_support()}</span>}
            <span>{unit.name}</span>
            {former && <span>{m.assignments_moved_from({ unit: former.unit.name })}</span>}
          </span>
        }
      />
      <WithdrawnNotice withdrawal={assignment.withdrawal} />
      <ReturnedNotice assignment={assignment} />
      <div className={classes.desk}>
        <TaskPanel assignment={assignment} />
        <div className={classes.side}>
          <DuePanel assignment={assignment} />
          <ActsPanel assignment={assignment} />
        </div>
        <div className={classes.sheets}>
          <Work assignment={assignment} />
          <ExtensionsPanel assignment={assignment} />
          {reports.length > 0 && <ReportsPanel assignment={assignment} />}
          <DirectivePanel directive={directive} />
          {reports.length === 0 && <ReportsPanel assignment={assignment} />}
          <HistoryPanel assignment={assignment} />
        </div>
      </div>
    </>
  )
}

/** What this account may do here that needs more than a button. */
function Work({ assignment }: { assignment: AssignmentDetail }) {
  return (
    <>
      <ReportPanel assignment={assignment} />
      <DueDateWork assignment={assignment} />
      <Suspense>
        {assignment.can.includes('accept') && <VerdictPanel assignment={assignment} />}
      </Suspense>
    </>
  )
}
