import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type LoaderFunctionArgs, useParams } from 'react-router-dom'
import { assignmentDetail } from '../../api/assignments.ts'
import { queryClient } from '../../api/query-client.ts'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { type Taken, TakenNotice } from '../../ui/taken-notice.tsx'
import { ExtensionsWaiting } from './extensions-waiting.tsx'
import { NotWaiting } from './not-waiting.tsx'
import { reviewQueue, stillWaiting, waitingReport } from './queries.ts'
import { QueueList } from './queue-list.tsx'
import { ReportSheet } from './report-sheet.tsx'
import classes from './review.module.css'
import { ReviewDesk } from './review-desk.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  await Promise.all([
    queryClient.ensureInfiniteQueryData({ ...reviewQueue, revalidateIfStale: true }),
    queryClient.ensureQueryData({ ...assignmentDetail(params.id ?? ''), revalidateIfStale: true }),
  ])
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: list, ...more } = useSuspenseInfiniteQuery(reviewQueue)
  const { data: assignment } = useSuspenseQuery(assignmentDetail(id))
  const [taken, setTaken] = useState<Taken | null>(null)
  const queue = stillWaiting(list.pages)
  const report = waitingReport(assignment)
  const total = list.pages[0]?.total ?? queue.length
  return (
    <>
      <PageHeader
        title={m.reviews_title()}
        lead={m.reviews_count({ total: formatNumber(total) })}
        actions={<ExtensionsWaiting />}
      />
      {taken && <TakenNotice taken={taken} onClose={() => setTaken(null)} />}
      <div className={classes.desk}>
        <div className={classes.sheet}>
          {report ? (
            <ReportSheet key={report.id} assignment={assignment} report={report} queue={queue} />
          ) : (
            <NotWaiting assignment={assignment} queue={queue} />
          )}
        </div>
        <div className={classes.side}>
          <ReviewDesk assignment={assignment} queue={queue} onTaken={setTaken} />
          <QueueList
            queue={queue}
            currentId={id}
            total={total}
            more={{
              has: more.hasNextPage,
              loading: more.isFetchingNextPage,
              load: () => more.fetchNextPage(),
            }}
          />
        </div>
      </div>
    </>
  )
}
