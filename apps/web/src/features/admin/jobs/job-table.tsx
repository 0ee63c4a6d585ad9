import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { answer, client } from '../../../api/client.ts'
import { asProblem } from '../../../api/problem.ts'
import type { Schema } from '../../../api/types.ts'
import { formatInstant, formatNumber } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { notifyDone, notifyProblem } from '../../../ui/notify.ts'
import { OutcomeBadge } from '../../../ui/outcome-badge.tsx'
import { forget } from '../queries.ts'
import { errorWords, jobWords, outcomeWords, runWords } from './job-words.ts'
import classes from './jobs.module.css'

type Job = Schema<'Job'>

/** What runs by itself: when, how it went, and when it runs next. */
export function JobTable({ jobs }: { jobs: readonly Job[] }) {
  return (
    <DataTable
      caption={m.jobs_list()}
      columns={columns()}
      rows={jobs}
      rowKey={({ name }) => name}
    />
  )
}

const columns = (): Column<Job>[] => [
  {
    key: 'name',
    header: m.jobs_job(),
    lead: true,
    cell: ({ name }) => (
      <>
        <span className={classes.name}>{jobWords[name].name()}</span>
        <span className={classes.side}>{jobWords[name].hint()}</span>
      </>
    ),
  },
  {
    key: 'schedule',
    header: m.jobs_schedule(),
    width: '9rem',
    cell: ({ name }) => jobWords[name].schedule(),
  },
  { key: 'last', header: m.jobs_last_run(), width: '15rem', cell: (job) => <LastRun {...job} /> },
  {
    key: 'next',
    header: m.jobs_next_run(),
    width: '7rem',
    cell: ({ nextRunAt }) => formatInstant(nextRunAt),
  },
  {
    key: 'failures',
    header: m.jobs_failures(),
    width: '5.5rem',
    align: 'end',
    cell: ({ failures }) => formatNumber(failures),
  },
  {
    key: 'acts',
    header: m.jobs_run(),
    width: '9.5rem',
    cell: ({ name }) => <RunNow name={name} />,
  },
]

function LastRun({ name, lastRun, lastFailure }: Job) {
  if (!lastRun) return <span className={classes.side}>{m.jobs_never_run()}</span>
  const { outcome, words } = outcomeWords[lastRun.outcome]
  const told = runWords(name, lastRun)
  const failed = lastRun.outcome === 'failed'
  return (
    <>
      <span className={classes.run}>
        <OutcomeBadge outcome={outcome}>{words()}</OutcomeBadge>
        {formatInstant(lastRun.startedAt)}
      </span>
      {told && <span className={`${classes.side} ${failed ? classes.error : ''}`}>{told}</span>}
      {!failed && lastFailure && (
        <span className={classes.side}>
          {m.jobs_last_failure({
            at: formatInstant(lastFailure.startedAt),
            error: errorWords(lastFailure.error ?? ''),
          })}
        </span>
      )}
    </>
  )
}

function RunNow({ name }: Pick<Job, 'name'>) {
  const job = jobWords[name].name()
  const run = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/jobs/{name}/run', { params: { path: { name } } })),
    onSuccess: () => {
      notifyDone(m.jobs_requested({ job }))
      return forget('jobs')
    },
    onError: (error) => notifyProblem(asProblem(error)),
  })
  return (
    <Button
      small
      icon={IconPlayerPlay}
      loading={run.isPending}
      aria-label={m.jobs_run_one({ job })}
      onClick={() => run.mutate()}
    >
      {m.jobs_run()}
    </Button>
  )
}
