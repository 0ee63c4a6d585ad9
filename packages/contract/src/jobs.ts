import { z } from 'zod'
import { Id, Instant, PageQuery, page } from './common.ts'

export const jobNames = [
  'sweep',
  'monthly-reports',
  'deadline-notices',
  'digests',
  'send-mail',
  'fold-counts',
  'seal-history',
  'verify-history',
] as const

export const jobOutcomes = ['running', 'done', 'failed'] as const

export const JobRun = z
  .object({
    id: Id,
    startedAt: Instant,
    endedAt: Instant.nullable(),
    outcome: z.enum(jobOutcomes),
    result: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])).nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'JobRun' })

/** What runs by itself. */
export const Job = z
  .object({
    name: z.enum(jobNames),
    schedule: z.string().meta({ description: 'Cron, in the time of Việt Nam.' }),
    lastRun: JobRun.nullable(),
    lastFailure: JobRun.nullable(),
    failures: z.number().int().meta({ description: 'In the last seven days.' }),
    nextRunAt: Instant,
  })
  .meta({ id: 'Job' })

export const JobList = z
  .object({
    items: z.array(Job),
    mailServed: z.boolean().meta({ description: 'Whether this server sends mail at all.' }),
  })
  .meta({ id: 'JobList' })

export const JobNameParam = z.strictObject({ name: z.enum(jobNames) })

export const mailStates = ['waiting', 'sent', 'failed'] as const

/** One digest on its way to one account. What it says is not shown. */
export const Mail = z
  .object({
    id: Id,
    account: z.object({ id: Id, displayName: z.string() }),
    address: z.string(),
    state: z.enum(mailStates),
    attempts: z.number().int(),
    lastError: z.string().nullable(),
    createdAt: Instant,
    nextAttemptAt: Instant.nullable(),
    sentAt: Instant.nullable(),
    notifications: z.number().int(),
  })
  .meta({ id: 'Mail' })

export const MailListQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(mailStates).optional(),
})

export const MailPage = page(Mail).meta({ id: 'MailPage' })

export type JobName = (typeof jobNames)[number]
export type JobRun = z.infer<typeof JobRun>
export type Job = z.infer<typeof Job>
export type JobList = z.infer<typeof JobList>
export type Mail = z.infer<typeof Mail>
export type MailState = (typeof mailStates)[number]
export type MailListQuery = z.infer<typeof MailListQuery>
export type MailPage = z.infer<typeof MailPage>
