import { useSuspenseQuery } from '@tanstack/react-query'
import { queryClient } from '../../api/query-client.ts'
import { understood } from '../../lib/known-search.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { JobTable } from './jobs/job-table.tsx'
import classes from './jobs/jobs.module.css'
import { MailTable } from './jobs/mail-table.tsx'
import { jobList, mailConditionsIn, mailList } from './queries.ts'
import { jobsKnown } from './records-known.ts'

export async function loader({ request }: { request: Request }) {
  const params = understood(new URL(request.url).searchParams, jobsKnown)
  await Promise.all([
    queryClient.ensureQueryData(jobList),
    queryClient.ensureInfiniteQueryData(mailList(mailConditionsIn(params))),
  ])
  return null
}

/** What runs by itself, and the mail it sends. */
export function Component() {
  const { data } = useSuspenseQuery(jobList)
  return (
    <>
      <PageHeader title={m.jobs_title()} lead={m.jobs_lead()} />
      <div className={classes.page}>
        <JobTable jobs={data.items} />
        <Panel title={m.jobs_mail()}>
          <MailTable served={data.mailServed} />
        </Panel>
      </div>
    </>
  )
}
