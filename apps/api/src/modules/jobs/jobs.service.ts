import { type JobList, type JobName, jobNames } from '@dunghan/contract'
import { isOfficeTime, officeTimeFrom, type WorkCalendar } from '@dunghan/domain'
import { CronExpressionParser } from 'cron-parser'
import { authorize, type Ctx } from '../../context.ts'
import { DatabaseUnavailable } from '../../db/errors.ts'
import type { Deps } from '../../deps.ts'
import type { Job } from '../../jobs/job.ts'
import { jobsTimeZone } from '../../jobs/job-queue.ts'
import { jobRunStore } from '../../jobs/job-run.store.ts'
import { jobs as record } from '../../jobs/jobs.ts'
import { toJob } from './jobs.mapper.ts'

const week = 7 * 24 * 60 * 60 * 1000

/** What runs by itself, for the admin to see and to set off. */
export function jobsService({
  config,
  database,
  jobs,
  rulebooks,
}: Pick<Deps, 'config' | 'database' | 'jobs' | 'rulebooks'>) {
  return {
    async list(ctx: Ctx): Promise<JobList> {
      authorize(ctx, 'job.read')
      const runs = jobRunStore(database.prisma)
      const since = new Date(ctx.now.getTime() - week)
      const standings = await Promise.all(
        jobNames.map((name) => runs.getStanding(name, since, ctx.now)),
      )
      const { calendar } = await rulebooks.current()
      const items = standings.map((standing, at) => {
        const name = jobNames[at] as JobName
        const job = record[name]
        return toJob(name, job.schedule, nextRun(job, calendar, ctx.now), standing)
      })
      return { items, mailServed: config.mail !== undefined }
    },

    /**
     * Has a job run as soon as a process is free for it; one that is about to run anyway is not run
     * twice. @throws DatabaseUnavailable
     */
    async run(ctx: Ctx, name: JobName): Promise<void> {
      authorize(ctx, 'job.read')
      await jobs.request(name).catch((error) => {
        throw new DatabaseUnavailable(error)
      })
    },
  }
}

/** When it next does something; a job of the office's hours passes over nights and days off. */
function nextRun({ schedule, inOfficeHours }: Job, calendar: WorkCalendar, now: Date): Date {
  const after = (instant: Date) =>
    CronExpressionParser.parse(schedule, { tz: jobsTimeZone, currentDate: instant }).next().toDate()
  const next = after(now)
  if (!inOfficeHours || isOfficeTime(calendar, next)) return next
  const opening = officeTimeFrom(calendar, next)
  return after(new Date(opening.getTime() - 1))
}
