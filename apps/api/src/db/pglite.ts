import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { DurableFS, durableStart, flushFolder, flushTree } from './durable-fs.ts'

/** The extensions a migration may `CREATE EXTENSION`, here as on PostgreSQL. */
const extensions = { btree_gin, pg_trgm, unaccent }

/**
 * Opens the embedded engine in `folder`, creating the database on the first run (2–5 s; later
 * openings 0.3 s). A new database grows beside its place and moves there whole, so a process
 * killed meanwhile leaves no half database behind.
 *
 * @param flush whether a commit waits for the disk; false is for tests, whose data may be lost.
 */
export async function openPglite(folder: string, flush = true): Promise<PGlite> {
  if (!existsSync(folder)) await create(folder, flush).catch(unusable(folder))
  if (!flush) return start({ dataDir: folder })
  const startParams = durableStart(PGlite.defaultStartParams)
  return start({ fs: new DurableFS(folder), startParams }).catch(unusable(folder))
}

function unusable(folder: string): (error: unknown) => never {
  return (error) => {
    // The system says itself which path it could not use.
    if ((error as NodeJS.ErrnoException).syscall) throw error
    throw new EmbeddedDatabaseUnusable(folder, error)
  }
}

/** The engine does not come up on what is in its folder. `message` is fit for an operator. */
export class EmbeddedDatabaseUnusable extends Error {
  override name = 'EmbeddedDatabaseUnusable'

  constructor(folder: string, cause: unknown) {
    super(
      `The embedded database in ${folder} does not open: see that the disk has room and the folder ` +
        'is whole and may be written, or restore a back-up.',
      { cause },
    )
  }
}

/** An engine in memory alone: for tools. */
export function openPgliteInMemory(): Promise<PGlite> {
  return start({})
}

async function create(folder: string, flush: boolean): Promise<void> {
  const unfinished = `${folder}.creating`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  // Not flushed piece by piece; yet a disk that is full must end it all the same.
  await (await start({ fs: new DurableFS(unfinished) })).close()
  if (flush) flushTree(unfinished)
  renameSync(unfinished, folder)
  if (flush) flushFolder(dirname(folder))
}

async function start(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create({ ...options, extensions })
  // The adapter reads every timestamp as UTC: a session in another zone would shift them all.
  // Statements are kept by name, plans are not: no background process would tell them of growth.
  await pglite.exec(`
    SET TIME ZONE 'UTC'; SET datestyle = 'ISO, YMD'; SET plan_cache_mode = force_custom_plan`)
  return pglite
}
