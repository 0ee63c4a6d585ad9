import type { Job, JobName, JobRun } from '@dunghan/contract'
import type { JobRunRecord, JobStanding } from '../../jobs/job-run.store.ts'

export const toJob = (
  name: JobName,
  schedule: string,
  nextRunAt: Date,
  { lastRun, lastFailure, failures }: JobStanding,
): Job => ({
  name,
  schedule,
  lastRun: lastRun && toJobRun(lastRun),
  lastFailure: lastFailure && toJobRun(lastFailure),
  failures,
  nextRunAt: nextRunAt.toISOString(),
})

const toJobRun = ({ id, startedAt, endedAt, outcome, result, error }: JobRunRecord): JobRun => ({
  id,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  outcome,
  result,
  error,
})
