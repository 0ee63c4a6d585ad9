import { civilDateAt } from '@dunghan/domain'
import { firstAssignments } from '../../api/assignments.ts'
import { queryClient, settled } from '../../api/query-client.ts'
import { currentAccount } from '../../api/session.ts'
import { useMay } from '../../api/use-session.ts'
import { asOfIn } from '../../lib/as-of.ts'
import { now } from '../../lib/use-now.ts'
import { OfficeOverview } from './office-overview.tsx'
import {
  extensionsDecided,
  FEW,
  latestDirectives,
  longestWaiting,
  standingByMonth,
  standingByUnit,
  unitLists,
} from './queries.ts'
import { UnitOverview } from './unit-overview.tsx'

export async function loader({ request }: { request: Request }) {
  const account = await currentAccount()
  const ensure = (query: Parameters<typeof firstAssignments>[0]) =>
    queryClient.ensureQueryData({
      ...firstAssignments({ ...query, limit: FEW }),
      revalidateIfStale: true,
    })
  if (account?.unit) {
    const today = civilDateAt(now())
    await Promise.all([...Object.values(unitLists(today)), extensionsDecided(today)].map(ensure))
    return null
  }
  const asOf = asOfIn(new URL(request.url).searchParams)
  await Promise.all([
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
