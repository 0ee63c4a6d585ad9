import { allows, civilDateAt, type Permission } from '@dunghan/domain'
import { firstAssignments } from '../../api/assignments.ts'
import { queryClient, settled } from '../../api/query-client.ts'
import { currentAccount } from '../../api/session.ts'
import { statisticsOf } from '../../api/statistics.ts'
import { useMay } from '../../api/use-session.ts'
import { asOfIn } from '../../lib/as-of.ts'
import { now } from '../../lib/use-now.ts'
import { OfficeOverview } from './office-overview.tsx'
import {
  dueByDay,
  extensionsDecided,
  extensionsPending,
  FEW,
  latestDirectives,
  longestWaiting,
  monthIn,
  ownOverdue,
  reportsDue,
  standingByMonth,
  standingByUnit,
  unitLists,
  unitsWithoutAccount,
} from './queries.ts'
import { assignmentsNamed, keptReportsOf } from './report-drafts.ts'
import { UnitOverview } from './unit-overview.tsx'

export async function loader({ request }: { request: Request }) {
  const account = await currentAccount()
  const ensure = (query: Parameters<typeof firstAssignments>[0]) =>
    queryClient.ensureQueryData({
      ...firstAssignments({ ...query, limit: FEW }),
      revalidateIfStale: true,
    })
  const params = new URL(request.url).searchParams
  const today = civilDateAt(now())
  const due = statisticsOf(dueByDay(monthIn(params, today)))
  const calendar = settled(queryClient.ensureQueryData({ ...due, revalidateIfStale: true }))
  if (account?.unit) {
    const lists = [...Object.values(unitLists(today)), extensionsDecided(today)]
    const kept = keptReportsOf(account.id)
    await Promise.all([
      calendar,
      ...lists.map(ensure),
      kept.size > 0 &&
        settled(queryClient.ensureQueryData(firstAssignments(assignmentsNamed(kept)))),
    ])
    return null
  }
  const asOf = asOfIn(params)
  const may = (permission: Permission) => allows(account?.roles ?? [], permission)
  await Promise.all([
    calendar,
    // What each has before it stands on top: read first, so that nothing moves once it is shown.
    may('extension.decide') && settled(ensure(extensionsPending)),
    may('directive.enter') && account && settled(ensure(ownOverdue(account.id))),
    may('statistics.monthlyReport') && settled(queryClient.ensureQueryData(reportsDue)),
    may('account.manage') && settled(queryClient.ensureQueryData(unitsWithoutAccount)),
    ...[standingByUnit(asOf), standingByMonth(asOf)].map((query) =>
      settled(queryClient.ensureQueryData({ ...query, revalidateIfStale: true })),
    ),
    queryClient.ensureQueryData({ ...latestDirectives, revalidateIfStale: true }),
    queryClient.ensureQueryData({ ...longestWaiting, revalidateIfStale: true }),
  ])
  return null
}

export function Component() {
  const office = useMay()('assignment.readAll')
  return office ? <OfficeOverview /> : <UnitOverview />
}
