import { redirect } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ExtensionsWaiting } from './extensions-waiting.tsx'
import { reviewQueue, stillWaiting } from './queries.ts'

/** Whoever comes to work opens the first of the queue. */
export async function loader() {
  const { pages } = await queryClient.fetchInfiniteQuery({ ...reviewQueue, staleTime: 0 })
  const [first] = stillWaiting(pages)
  if (first) throw redirect(paths.review(first.id))
  return null
}

export function Component() {
  return (
    <>
      <PageHeader
        title={m.reviews_title()}
        lead={m.reviews_lead()}
        actions={<ExtensionsWaiting />}
      />
      <EmptyState
        title={m.reviews_empty_title()}
        actions={
          <>
            <ButtonLink href={paths.reviews()}>{m.reviews_look_again()}</ButtonLink>
            <ButtonLink variant="subtle" href={paths.assignments()}>
              {m.reviews_to_assignments()}
            </ButtonLink>
          </>
        }
      >
        {m.reviews_empty_text()}
      </EmptyState>
    </>
  )
}
