import type { Tx } from '../db/transaction.ts'

/** How a job's runs of the last month stand; instants and lengths in seconds. */
export interface JobFigures {
  job: string
  doneAt: number | null
  failedAt: number | null
  seconds: number | null
}

export interface MailFigures {
  state: 'waiting' | 'failed'
  count: number
  oldestAt: number
}

/** Figures that are asked of the database whenever somebody looks at the metrics. */
export function standingStore(db: Tx) {
  return {
    listJobs: (): Promise<JobFigures[]> =>
      db.$queryRaw<JobFigures[]>`
        SELECT job,
               extract(epoch FROM max(ended_at) FILTER (WHERE outcome = 'done'))::float8 AS "doneAt",
               extract(epoch FROM max(ended_at) FILTER (WHERE outcome = 'failed'))::float8
                 AS "failedAt",
               extract(epoch FROM (array_agg(ended_at - started_at ORDER BY started_at DESC)
                 FILTER (WHERE ended_at IS NOT NULL AND error IS DISTINCT FROM 'interrupted'))[1])::float8
                 AS seconds
          FROM job_run
         GROUP BY job`,

    listMails: (): Promise<MailFigures[]> =>
      db.$queryRaw<MailFigures[]>`
        SELECT state, count(*)::int AS count,
               extract(epoch FROM min(created_at))::float8 AS "oldestAt"
          FROM mail
         WHERE state IN ('waiting', 'failed')
         GROUP BY state`,
  }
}
