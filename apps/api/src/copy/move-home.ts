import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase, overPglite } from '../db/client.ts'
import { flushTree } from '../db/durable-fs.ts'
import { lockDataFolder } from '../db/lock.ts'
import type { Migration } from '../db/migrate.ts'
import { CopyRefused } from './copy-refused.ts'
import type { CopyEngine } from './copy-session.ts'
import { moveDatabase } from './move-database.ts'
import { databaseFolder, refuseUsed, withOpened, withStopped } from './open-source.ts'
import { postgresCopies } from './postgres-copies.ts'
import { replaceFolders } from './put-aside.ts'
import type { TableTally } from './table-tally.ts'
import { isServed } from './target.store.ts'

export interface DatabaseMove {
  /** Where the database is now. */
  config: Pick<Config, 'dataDir' | 'databaseUrl'>
  /** `postgresql://…`; none: the embedded one of `dataDir`. */
  to: string | undefined
  /** Puts an embedded database that is in the way beside instead of refusing. */
  replace: boolean
  known: readonly Migration[]
  now: Date
  /** Brings the filled database up to the program's version; answers with what should be known. */
  finish: (database: Database) => Promise<string[]>
}

/**
 * Moves the database between the engines, or from server to server.
 * @throws CopyRefused, DatabaseInUse; then both are as they were
 */
export async function moveHome(
  move: DatabaseMove,
): Promise<{ tables: TableTally[]; aside: string | null; remarks: string[] }> {
  const { config, to, known, finish } = move
  if (config.databaseUrl === to) {
    throw new CopyRefused(
      to
        ? 'The database is there already: unset DATABASE_URL to move the embedded one.'
        : 'The database is embedded already: set DATABASE_URL to move one from a server.',
    )
  }
  if (!to) return moveToFolder(move)
  await refuseServed(to)
  const moveOver = (from: CopyEngine) => moveDatabase(from, postgresCopies(to), known)
  const tables = await (config.databaseUrl
    ? fromServer(config.databaseUrl, moveOver)
    : withStopped(config.dataDir, moveOver))
  const database = await openDatabase({ databaseUrl: to, dataDir: config.dataDir })
  const remarks = await finish(database).finally(() => database.close())
  return { tables, aside: null, remarks }
}

async function moveToFolder({ config, replace, known, now, finish }: DatabaseMove) {
  const { dataDir, databaseUrl = '' } = config
  const lock = lockDataFolder(dataDir)
  const staging = join(dataDir, 'moving')
  try {
    rmSync(staging, { recursive: true, force: true })
    const folder = databaseFolder(dataDir)
    if (!replace && existsSync(folder)) await refuseUsed(folder)
    const grown = join(staging, 'database')
    const moved = await withOpened(grown, async (engine, pglite) => {
      const tables = await fromServer(databaseUrl, (from) => moveDatabase(from, engine, known))
      return { tables, remarks: await finish(overPglite(pglite)) }
    })
    flushTree(grown)
    const { aside } = replaceFolders(dataDir, [{ from: grown, to: folder }], now)
    if (aside && !replace) rmSync(aside, { recursive: true, force: true })
    return { ...moved, aside: replace ? aside : null }
  } finally {
    rmSync(staging, { recursive: true, force: true })
    lock.release()
  }
}

async function fromServer<T>(url: string, work: (engine: CopyEngine) => Promise<T>): Promise<T> {
  await refuseServed(url)
  return work(postgresCopies(url))
}

async function refuseServed(url: string): Promise<void> {
  if (!(await postgresCopies(url).read(({ run }) => isServed(run)))) return
  throw new CopyRefused(
    `A server is running on the database ${new URL(url).pathname.slice(1)}: stop it first.`,
  )
}
