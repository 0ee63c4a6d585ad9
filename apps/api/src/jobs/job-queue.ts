import type { JobName } from '@dunghan/contract'
import type { FastifyBaseLogger } from 'fastify'
import { PgBoss } from 'pg-boss'
import type { Database } from '../db/client.ts'

/** When jobs run, which is once across all processes on one database. */
export interface JobQueue {
  /**
   * Begins to run jobs in this process: as they are due, when somebody asks, and each once now.
   * Resolves when it has begun, which waits for the database.
   * @param run does one job, which somebody asked for or not; it sees to what fails
   */
  start(
    schedules: Record<JobName, string>,
    run: (name: JobName, asked: boolean) => Promise<void>,
  ): Promise<void>
  /** Has a job run by whichever process comes first, unless it is about to anyway. */
  request(name: JobName): Promise<void>
  /** How much is asked of each job; nothing while the queue was not used by this process. */
  count(): Promise<{ job: string; waiting: number; running: number; failed: number }[]>
  /** Takes no more; resolves when what is under way is over, or after eight seconds. */
  stop(): Promise<void>
}

/** What goes with a job; nothing with one that is due. */
type Sent = { asked: boolean }

/** The library's own tables; neither migrations nor queries of ours know of them. */
const schema = 'pgboss'
export const jobsTimeZone = 'Asia/Ho_Chi_Minh'
/** Seconds after which a job whose process has died runs again. */
const silence = 60
const longestRun = 2 * 3600
const hour = 3600
/** Milliseconds that work under way has to end. */
const patience = 8_000
/** Milliseconds between two lines of log about the same trouble. */
const quiet = 60_000

/** At most one of each waits and at most one of each runs, whoever asked. */
const policy = 'stately'

/**
 * A queue on the product's own database. Nothing is asked of the database before it is used.
 * @param pollSeconds how often it is looked for what somebody asked for
 */
export function createJobQueue(
  { queue, kind }: Pick<Database, 'queue' | 'kind'>,
  names: readonly JobName[],
  log?: Pick<FastifyBaseLogger, 'warn'>,
  pollSeconds = 5,
): JobQueue {
  let opened: Promise<PgBoss> | undefined
  let stopping = false

  const open = (attempts: number): Promise<PgBoss> => {
    const opening = connect(attempts)
    opened = opening
    // What failed may be tried again.
    opening.catch(() => {
      if (opened === opening) opened = undefined
    })
    return opening
  }
  let boss: PgBoss | undefined
  const connect = async (attempts: number) => {
    boss = new PgBoss({
      db: queue,
      backend: kind,
      schema,
      // Few and small tables: nothing to be rebuilt or watched over.
      reindex: false,
      monitorVacuum: false,
    })
    boss.on('error', sayingOnce(log))
    await boss.start({ attempts })
    for (const name of names) {
      const options = {
        retryLimit: 2,
        retryDelay: 30,
        expireInSeconds: longestRun,
        heartbeatSeconds: silence,
        deleteAfterSeconds: hour,
      }
      await boss.createQueue(name, { policy, ...options })
    }
    return boss
  }

  return {
    async start(schedules, run) {
      const boss = await open(1_000_000)
      for (const name of names) {
        if (stopping) return
        await boss.schedule(name, schedules[name], null, { tz: jobsTimeZone })
        await boss.work<Sent>(name, { pollingIntervalSeconds: pollSeconds }, (sent) =>
          run(
            name,
            sent.some(({ data }) => data?.asked),
          ),
        )
        await boss.send(name)
      }
    },

    async request(name) {
      const boss = await (opened ?? open(1))
      await boss.send(name, { asked: true } satisfies Sent)
    },

    async count() {
      if (!opened) return []
      const boss = await opened
      const stats = await Promise.all(names.map((name) => boss.getQueueStats(name)))
      return stats.flat().map(({ name, readyCount, deferredCount, activeCount, failedCount }) => ({
        job: name,
        waiting: readyCount + deferredCount,
        running: activeCount,
        failed: failedCount,
      }))
    },

    async stop() {
      stopping = true
      await boss?.stop({ timeout: patience })
    },
  }
}

/** A database that is gone is asked again and again: the log is told once a minute. */
function sayingOnce(log?: Pick<FastifyBaseLogger, 'warn'>) {
  let saidAt = Number.NEGATIVE_INFINITY
  return (error: Error) => {
    if (performance.now() - saidAt < quiet) return
    saidAt = performance.now()
    log?.warn({ reason: error.message }, 'jobs: the database was not served')
  }
}
