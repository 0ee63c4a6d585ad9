import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Pool } from 'pg'
import { watchRoom } from '../disk-room.ts'
import { copyFolderOf } from './copy-folder.ts'
import { DatabaseUnavailable } from './errors.ts'
import { PrismaClient } from './generated/client.ts'
import { guardAdapter, guardReads } from './guard.ts'
import { lockDataFolder } from './lock.ts'
import { observed, type StatementSeen } from './observe.ts'
import { openPglite } from './pglite.ts'
import { pgliteAdapter } from './pglite-adapter.ts'
import { countTurns } from './pglite-turns.ts'
import { breakConnections, createPool, probeServer } from './postgres.ts'
import { preferReplica, preferReplicaRows } from './prefer-replica.ts'
import { pgliteQueue, postgresQueue, type QueueStatements } from './queue-statements.ts'
import { planNameOf, type ReadRows, readingBy, rowsOfPglite, rowsOfPostgres } from './read-rows.ts'
import { openReplica } from './replica.ts'
import type { Ask } from './replica-questions.ts'
import { pgliteScripts, postgresScripts, type ScriptRunner } from './scripts.ts'
import { watchServer } from './watch.ts'

export type Database = {
  prisma: PrismaClient
  /** For what anybody may read: by the replica where there is one that has caught up. */
  publicPrisma: PrismaClient
  kind: 'pglite' | 'postgres'
  /** Whole SQL scripts on the bare engine, past Prisma: migrations and bulk loading. */
  scripts: ScriptRunner
  /** For the library of jobs alone, which keeps its own tables in a schema of its own. */
  queue: QueueStatements
  /** How busy it is kept by this process; the embedded engine is one connection. */
  load(): { connections: number; idle: number; waiting: number }
  /** Resolves when the database answers. @throws {DatabaseUnavailable} within 2 s when not. */
  ping(): Promise<void>
  /** Looks at the replica, where there is one, before it is used. @throws {ReplicaRefused} */
  checkReplica?(): Promise<void>
  /** Copies the embedded engine's folder as it stands: for whoever may not open it beside us. */
  copyTo?(folder: string): Promise<void>
  /** Ends every session. Called once, after the last request was answered. */
  close(): Promise<void>
}

export type DatabaseSettings = {
  /** `postgresql://…`; without it the embedded engine is opened under `dataDir`. */
  databaseUrl?: string | undefined
  /** A standby of it, which public reads may go to. */
  replicaUrl?: string | undefined
  dataDir: string
  /** Connections to PostgreSQL this process may hold (default 10). */
  poolSize?: number | undefined
  /** Whether the embedded engine's commits wait for the disk (default true; false in tests). */
  flush?: boolean | undefined
  /** Is told of every round trip to the database once it is over. */
  onStatement?: ((statement: StatementSeen) => void) | undefined
  /** Is told, once each, when the server stops answering and when it is back. */
  log?: DatabaseLog | undefined
}

export type DatabaseLog = { warn(message: string): void; info(message: string): void }

/**
 * Opens PostgreSQL or, without a URL, the embedded engine in `<dataDir>/database`. PostgreSQL is
 * not contacted yet, so that a process may start before its server.
 *
 * @throws {DatabaseInUse} when another process has the embedded database open.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.databaseUrl
    ? openPostgres(settings.databaseUrl, settings)
    : openEmbedded(settings)
}

async function openEmbedded(settings: DatabaseSettings): Promise<Database> {
  const { dataDir, flush = true, onStatement } = settings
  const lock = lockDataFolder(dataDir)
  try {
    const folder = join(dataDir, 'database')
    const pglite = await openPglite(folder, flush)
    const hasRoom = flush ? watchRoom(dataDir) : undefined
    const database = overPglite(pglite, { released: lock.release, onStatement, hasRoom })
    return { ...database, copyTo: (to) => copyFolderOf(pglite, folder, to) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Makes a database of an engine that is open already. `released` runs when it is closed. */
export function overPglite(
  pglite: PGlite,
  {
    released,
    onStatement,
    hasRoom = () => true,
  }: {
    released?: () => void
    onStatement?: DatabaseSettings['onStatement']
    hasRoom?: (() => boolean) | undefined
  } = {},
): Database {
  const turns = countTurns(pglite)
  const supervise = observed(onStatement)
  const adapter = guardAdapter(pgliteAdapter(pglite, hasRoom), supervise)
  const prisma = clientOver(adapter, guardReads(rowsOfPglite(pglite), supervise))
  return {
    prisma,
    publicPrisma: prisma,
    kind: 'pglite',
    scripts: pgliteScripts(pglite),
    queue: pgliteQueue(pglite),
    load: () => ({
      connections: 1,
      idle: turns() === 0 ? 1 : 0,
      waiting: Math.max(0, turns() - 1),
    }),
    async ping() {
      // In this process it is there or it is not; a query would queue behind a transaction.
      if (!pglite.ready || !hasRoom()) throw new DatabaseUnavailable()
    },
    async close() {
      await prisma.$disconnect()
      await pglite.close()
      released?.()
    },
  }
}

function openPostgres(databaseUrl: string, settings: DatabaseSettings): Database {
  const { poolSize = 10, replicaUrl, log, onStatement } = settings
  const pool = createPool(databaseUrl, poolSize)
  const queue = postgresQueue(databaseUrl)
  const probe = () => probeServer(databaseUrl)
  const watch = watchServer(probe, {
    lost() {
      log?.warn('The database does not answer: requests that need it are refused.')
      breakConnections(pool)
    },
    back: () => log?.info('The database answers again.'),
  })
  const supervise = observed(onStatement, watch.supervise)
  const adapter = guardAdapter(postgresAdapter(pool), supervise)
  const readRows = guardReads(rowsOfPostgres(pool), supervise)
  const prisma = clientOver(adapter, readRows)
  const ask: Ask = (sql) => watch.supervise(async () => (await pool.query({ text: sql })).rows[0])
  const replica = replicaUrl && openReplica(replicaUrl, ask, { poolSize, log, onStatement })
  const publicPrisma = replica
    ? clientOver(
        preferReplica(adapter, replica.adapter, replica.hasCaughtUp),
        preferReplicaRows(readRows, replica.readRows, replica.hasCaughtUp),
      )
    : prisma
  return {
    prisma,
    publicPrisma,
    kind: 'postgres',
    scripts: postgresScripts(databaseUrl),
    ...(replica && { checkReplica: replica.check }),
    queue,
    load: () => ({
      connections: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    ping: () =>
      probe().catch((error) => {
        throw new DatabaseUnavailable(error)
      }),
    async close() {
      watch.stop()
      if (replica) {
        await publicPrisma.$disconnect()
        await replica.close()
      }
      await prisma.$disconnect()
      await pool.end()
      await queue.close()
    },
  }
}

/** Declared to name every statement; one without a name is planned each time. */
const statementNameGenerator = (({ sql }) => planNameOf(sql)) as NonNullable<
  ConstructorParameters<typeof PrismaPg>[1]
>['statementNameGenerator']

const postgresAdapter = (pool: Pool) => new PrismaPg(pool, { statementNameGenerator })

function clientOver(adapter: SqlDriverAdapterFactory, readRows: ReadRows): PrismaClient {
  const prisma = new PrismaClient({
    adapter,
    // Errors then carry no source excerpts and no values of the failed call.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  })
  return readingBy(readRows, prisma)
}
