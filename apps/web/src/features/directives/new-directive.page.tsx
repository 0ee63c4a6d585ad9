import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queryClient } from '../../api/query-client.ts'
import {
  allLeaders,
  allUnits,
  everySpecialist,
  givenWorkOn,
  inForceOn,
} from '../../api/reference-data.ts'
import { paths } from '../../lib/paths.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { EntryForm } from './entry/entry-form.tsx'

export async function loader() {
  await Promise.all([
    queryClient.ensureQueryData(allUnits),
    queryClient.ensureQueryData(allLeaders),
    queryClient.ensureQueryData(everySpecialist),
  ])
  return null
}

export function Component() {
  const today = useToday()
  const { data: everyUnit } = useQuery(allUnits)
  const { data: everyLeader } = useQuery(allLeaders)
  const { data: specialists } = useQuery(everySpecialist)
  const units = useMemo(() => givenWorkOn(everyUnit ?? [], today), [everyUnit, today])
  const leaders = useMemo(() => inForceOn(everyLeader ?? [], today), [everyLeader, today])
  return (
    <>
      <PageHeader
        title={m.directives_entry_title()}
        crumbs={[{ title: m.directives_list_title(), href: paths.directives() }]}
        lead={m.directives_entry_lead()}
      />
      <EntryForm units={units} leaders={leaders} specialists={specialists ?? []} />
    </>
  )
}
