import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jobNames } from '@dunghan/contract'
import type { FastifyBaseLogger } from 'fastify'
import { type Config, ConfigError } from './config.ts'
import { type Database, openDatabase } from './db/client.ts'
import { createFreshness, type Freshness } from './db/freshness.ts'
import { migrate } from './db/migrate.ts'
import type { StatementSeen } from './db/observe.ts'
import { slowStatements } from './db/slow-statements.ts'
import type { FileStore } from './files/file-store.ts'
import { observedStore } from './files/observed-store.ts'
import { askFileStore, openFileStore } from './files/open-file-store.ts'
import { loadTrustedRoots, type TrustedRoots } from './files/trusted-roots.ts'
import { createJobQueue, type JobQueue } from './jobs/job-queue.ts'
import { createMetrics, type Metrics } from './metrics/metrics.ts'
import { createRulebooks, type Rulebooks } from './modules/calendar/rulebooks.ts'
import { createEventTail, type EventTail } from './modules/events/event-tail.ts'

/** What the modules are made of, wired by hand. */
export interface Deps {
  config: Config
  clock: () => Date
  database: Database
  files: FileStore
  /** Where an upload waits until it is judged: a local folder, on the disk of a folder store. */
  incomingDir: string
  trustedRoots: TrustedRoots
  rulebooks: Rulebooks
  /** Whether anything was put on record since, by any process. */
  freshness: Freshness
  /** Has done what runs by itself, once across all processes. */
  jobs: JobQueue
  /** Tells those who look on of what was committed. */
  events: EventTail
  metrics: Metrics
}

const migrationsDir = join(import.meta.dirname, '../../../prisma/migrations')

/**
 * Opens the database, migrates it and opens the file store.
 * @throws DatabaseInUse, DatabaseUnavailable, FileStoreRefuses, or a sentence on what stands in the way
 */
export async function openDeps(
  config: Config,
  clock: () => Date,
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): Promise<Deps> {
  const { dataDir, databaseUrl } = config
  // Before anything is made or migrated.
  const trustedRoots = config.trustedRoots ? readTrustedRoots(config.trustedRoots) : []
  const metrics = createMetrics()
  const tellIfSlow = slowStatements(log, config.slowQueryMs)
  const onStatement = (statement: StatementSeen) => {
    metrics.statementEnded(statement)
    tellIfSlow(statement)
  }
  const database = await openDatabase({
    dataDir,
    databaseUrl,
    replicaUrl: config.replicaUrl,
    log,
    onStatement,
  })
  try {
    const applied = await migrate(database, migrationsDir)
    if (applied.length > 0) log.info({ applied }, 'migrated')
    await database.checkReplica?.()
    const { files, incomingDir } = openFileStore(config)
    await askFileStore(files, log)
    return {
      config,
      clock,
      database,
      files: observedStore(files, metrics.fileCallEnded),
      incomingDir,
      trustedRoots,
      rulebooks: createRulebooks(database, clock),
      freshness: createFreshness(database, clock),
      jobs: createJobQueue(database, jobNames, log),
      events: createEventTail(database, clock, log),
      metrics,
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** @throws ConfigError when the bundle is not what it should be */
function readTrustedRoots(path: string): TrustedRoots {
  const pem = readFileSync(path, 'utf8')
  try {
    return loadTrustedRoots(pem)
  } catch (error) {
    throw new ConfigError(`TRUSTED_ROOTS: ${(error as Error).message}`)
  }
}
