import { v7 as newId } from 'uuid'
import type { Prisma } from '../db/generated/client.ts'
import type { Tx } from '../db/transaction.ts'
import type { JobResult } from './job.ts'

export interface JobRunRecord {
  id: string
  job: string
  startedAt: Date
  endedAt: Date | null
  outcome: 'running' | 'done' | 'failed'
  result: JobResult | null
  error: string | null
}

/** What is known of a job by its runs. */
export interface JobStanding {
  job: string
  lastRun: JobRunRecord | null
  lastFailure: JobRunRecord | null
  failures: number
}

type Row = Prisma.JobRunGetPayload<object>

const record = (row: Row): JobRunRecord => ({
  ...row,
  outcome: row.outcome as JobRunRecord['outcome'],
  result: row.result as JobResult | null,
})

const latestFirst: Prisma.JobRunOrderByWithRelationInput[] = [{ startedAt: 'desc' }, { id: 'desc' }]

/**
 * The runs of jobs, for the admin to see. What is the latest is asked as of now: a clock that stood
 * ahead for a while leaves runs that began after it.
 */
export function jobRunStore(db: Tx) {
  return {
    /** A run begins; one of the same job that never ended was broken off with its process. */
    async begin(job: string, startedAt: Date): Promise<string> {
      const id = newId()
      await db.jobRun.updateMany({
        where: { job, outcome: 'running' },
        data: { outcome: 'failed', endedAt: startedAt, error: 'interrupted' },
      })
      await db.jobRun.create({ data: { id, job, startedAt, outcome: 'running' } })
      return id
    },

    /** A run that did something is over. */
    async saveDone(id: string, endedAt: Date, result: JobResult): Promise<void> {
      await db.jobRun.update({ where: { id }, data: { outcome: 'done', endedAt, result } })
    },

    /** A run found nothing to do. Of such runs only the latest is kept, that it may be seen to run. */
    async saveIdle(id: string, job: string, endedAt: Date): Promise<void> {
      await db.$executeRaw`
        DELETE FROM job_run
         WHERE job = ${job} AND outcome = 'done' AND result IS NULL AND id <> ${id}::uuid`
      await db.jobRun.update({ where: { id }, data: { outcome: 'done', endedAt } })
    },

    async saveFailed(id: string, endedAt: Date, error: string): Promise<void> {
      await db.jobRun.update({ where: { id }, data: { outcome: 'failed', endedAt, error } })
    },

    /** Whether the latest runs that ended, as many as that, all failed. */
    async haveFailed(job: string, count: number, now: Date): Promise<boolean> {
      const rows = await db.jobRun.findMany({
        where: { job, outcome: { not: 'running' }, startedAt: { lte: now } },
        orderBy: latestFirst,
        take: count,
        select: { outcome: true },
      })
      return rows.length === count && rows.every(({ outcome }) => outcome === 'failed')
    },

    /** The latest run that did something; none while a later one failed. */
    async findLastDone(job: string, now: Date): Promise<JobRunRecord | null> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM job_run WHERE job = ${job} AND outcome = 'done' AND result IS NOT NULL
           AND started_at <= ${now}::timestamptz
           AND NOT EXISTS (
             SELECT FROM job_run later WHERE later.job = ${job} AND later.outcome = 'failed'
                AND later.started_at > job_run.started_at AND later.started_at <= ${now}::timestamptz)
         ORDER BY started_at DESC, id DESC LIMIT 1`
      const row = rows[0] && (await db.jobRun.findUnique({ where: { id: rows[0].id } }))
      return row ? record(row) : null
    },

    /** @param since from when failures are counted */
    async getStanding(job: string, since: Date, now: Date): Promise<JobStanding> {
      const failed = { job, outcome: 'failed' }
      const begun = { lte: now }
      const [lastRun, lastFailure, failures] = await Promise.all([
        db.jobRun.findFirst({ where: { job, startedAt: begun }, orderBy: latestFirst }),
        db.jobRun.findFirst({ where: { ...failed, startedAt: begun }, orderBy: latestFirst }),
        db.jobRun.count({ where: { ...failed, startedAt: { gte: since, ...begun } } }),
      ])
      return {
        job,
        lastRun: lastRun && record(lastRun),
        lastFailure: lastFailure && record(lastFailure),
        failures,
      }
    },
  }
}
