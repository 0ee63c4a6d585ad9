import { type JobName, jobNames } from '@dunghan/contract'
import type { Deps } from '../deps.ts'
import type { JobLog } from './job.ts'
import { jobs } from './jobs.ts'
import { runJob } from './run-job.ts'

/**
 * Runs the jobs in this process from now on, each once at once. What does not succeed is logged and
 * tried again; a database that is not there yet is waited for.
 * @returns stops it; resolves when what is under way is over
 */
export function startJobs(deps: Deps, log: JobLog): () => Promise<void> {
  const stopping = new AbortController()
  const parts = (asked: boolean) => ({ ...deps, asked, stopping: stopping.signal })
  const schedules = Object.fromEntries(
    jobNames.map((name) => [name, jobs[name].schedule]),
  ) as Record<JobName, string>
  const started = deps.jobs
    .start(schedules, (name, asked) => runJob(name, jobs[name], parts(asked), log))
    .catch((error) => {
      if (!stopping.signal.aborted) log.error({ err: error }, 'jobs did not start')
    })
  return async () => {
    stopping.abort()
    await deps.jobs.stop()
    await started
  }
}
