import type { FastifyBaseLogger } from 'fastify'
import type { Deps } from '../deps.ts'

/** Figures of what a run did. */
export type JobResult = Record<string, number | string | string[]>

/** What a job is given to work with. */
export interface JobParts
  extends Pick<Deps, 'config' | 'clock' | 'database' | 'files' | 'incomingDir' | 'rulebooks'> {
  /** Whether somebody asked for this run, who wants it done whenever it was done last. */
  asked?: boolean
  /** Asks a job of many steps to end between two of them. */
  stopping: AbortSignal
}

/** Something that runs by itself. It may be run at any time, and again after any half of it. */
export interface Job {
  /** What the admins know it by, in Vietnamese. */
  title: string
  /** Cron, in the time of Việt Nam. */
  schedule: string
  /** Outside office hours it does nothing. */
  inOfficeHours?: true
  /** @returns what it did; null when there was nothing to do */
  work: (parts: JobParts) => Promise<JobResult | null>
}

export type JobLog = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
