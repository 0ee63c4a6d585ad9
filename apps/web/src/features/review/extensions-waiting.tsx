import { useQuery } from '@tanstack/react-query'
import { firstAssignments } from '../../api/assignments.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'

/** The other decisions that wait for a reviewer, one press away. */
export function ExtensionsWaiting() {
  const { data } = useQuery(firstAssignments({ extensionPending: 'true', limit: 1 }))
  if (!data || data.total === 0) return null
  return (
    <ButtonLink href={paths.assignments({ extensionPending: 'true' })}>
      {m.reviews_extensions({ total: formatNumber(data.total) })}
    </ButtonLink>
  )
}
