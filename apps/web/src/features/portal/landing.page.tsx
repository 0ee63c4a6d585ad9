import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { queryClient } from '../../api/query-client.ts'
import { formatInstant } from '../../lib/format.ts'
import { paths, patterns } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { AssignmentNotes } from './assignment-notes.tsx'
import classes from './landing.module.css'
import { OverdueUnits } from './overdue-units.tsx'
import { publicAssignments, wholePicture } from './queries.ts'
import { StatusFigures } from './status-figures.tsx'

const SHOWN = 6
const latestResults = publicAssignments({}, '-submittedAt', SHOWN)
const latestOrders = publicAssignments({}, '-issuedOn', SHOWN)

export async function loader() {
  await Promise.all([
    queryClient.ensureQueryData(wholePicture),
    queryClient.ensureInfiniteQueryData(latestResults),
    queryClient.ensureInfiniteQueryData(latestOrders),
  ])
  return null
}

/** What a citizen sees first: how things stand, who is late, what is new, and a way to search. */
export function Component() {
  const { data: statistics } = useSuspenseQuery(wholePicture)
  const { data: results } = useSuspenseInfiniteQuery(latestResults)
  const { data: orders } = useSuspenseInfiniteQuery(latestOrders)
  const reported = (results.pages[0]?.items ?? []).filter(({ submittedAt }) => submittedAt)
  return (
    <>
      <title>{m.shell_title({ page: m.portal_landing_title() })}</title>
      <div className={classes.opening}>
        <h1>{m.portal_landing_title()}</h1>
        <p>{m.portal_landing_lead()}</p>
        <div className={classes.search}>
          <SearchForm
            large
            action={patterns.publicAssignments}
            placeholder={m.portal_search_placeholder()}
          />
        </div>
      </div>
      <div className={classes.figures}>
        <StatusFigures figures={statistics.totals} />
      </div>
      <p className={classes.asOf}>
        {m.portal_as_of({ instant: formatInstant(statistics.asOf) })}{' '}
        <a href={paths.publicStatistics()}>{m.portal_all_statistics()}</a>
      </p>
      <div className={classes.columns}>
        <Panel
          title={m.portal_overdue_by_unit()}
          aside={
            <a href={paths.publicAssignments({ status: ['overdue'] })}>{m.portal_all_overdue()}</a>
          }
        >
          <OverdueUnits rows={statistics.rows} />
        </Panel>
        <Panel
          title={m.portal_latest_results()}
          aside={
            <a href={paths.publicAssignments({ sort: '-submittedAt' })}>{m.portal_see_all()}</a>
          }
        >
          <AssignmentNotes assignments={reported} by="submittedAt" />
        </Panel>
        <Panel
          title={m.portal_latest_orders()}
          aside={<a href={paths.publicAssignments({ sort: '-issuedOn' })}>{m.portal_see_all()}</a>}
        >
          <AssignmentNotes assignments={orders.pages[0]?.items ?? []} by="issuedOn" />
        </Panel>
      </div>
    </>
  )
}
