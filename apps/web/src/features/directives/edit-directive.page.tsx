import { useQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { useParams } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { allLeaders, everySpecialist } from '../../api/reference-data.ts'
import { useAccount } from '../../api/use-session.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { whyNot } from './detail/why-not.ts'
import { EditForm } from './edit/edit-form.tsx'
import { directive as directiveQuery } from './queries.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  await Promise.all([
    // As it is now: an edit begins from what stands, not from what was read a while ago.
    queryClient.fetchQuery({ ...directiveQuery(params.id ?? ''), staleTime: 0 }),
    queryClient.ensureQueryData(allLeaders),
    queryClient.ensureQueryData(everySpecialist),
  ])
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const account = useAccount()
  const { data: directive } = useQuery({ ...directiveQuery(id), refetchOnWindowFocus: false })
  const { data: leaders } = useQuery(allLeaders)
  const { data: specialists } = useQuery(everySpecialist)
  if (!directive || !leaders || !specialists) return null
  const reason = whyNot('directive.edit', directive, account)
  const back = paths.directive(id)
  return (
    <>
      <PageHeader
        title={m.directives_edit_title()}
        lead={m.directives_edit_lead()}
        crumbs={[
          { title: m.directives_list_title(), href: paths.directives() },
          { title: directiveName(directive), href: back },
        ]}
      />
      {reason ? (
        <EmptyState
          title={reason}
          actions={<ButtonLink href={back}>{directiveName(directive)}</ButtonLink>}
        />
      ) : (
        <EditForm
          key={directive.id}
          directive={directive}
          leaders={leaders}
          specialists={specialists}
        />
      )}
    </>
  )
}
