import { civilDateAt } from '@dunghan/domain'
import { firstAssignments } from '../../api/assignments.ts'
import { queryClient } from '../../api/query-client.ts'
import { currentAccount } from '../../api/session.ts'
import { useMay } from '../../api/use-session.ts'
import { now } from '../../lib/use-now.ts'
import { OfficeOverview } from './office-overview.tsx'
import { extensionsDecided, FEW, latestDirectives, standingByUnit, unitLists } from './queries.ts'
import { UnitOverview } from './unit-overview.tsx'

export async function loader() {
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
  await Promise.all([
    queryClient.ensureQueryData({ ...standingByUnit, revalidateIfStale: true }),
    queryClient.ensureQueryData({ ...latestDirectives, revalidateIfStale: true }),
    ensure({ status: ['awaiting_review'], sort: 'submittedAt' }),
  ])
  return null
}

export function Component() {
  const office = useMay()('assignment.readAll')
  return office ? <OfficeOverview /> : <UnitOverview />
}
