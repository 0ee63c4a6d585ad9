import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

/** The extensions a migration may `CREATE EXTENSION`, here as on PostgreSQL. */
const extensions = { btree_gin, pg_trgm, unaccent }

/**
 * Opens the embedded engine in `folder`, creating the database on the first run (2–5 s; later
 * openings 0.5 s). A new database grows beside its place and moves there whole, so a process
 * killed meanwhile leaves no half database behind.
 */
export async function openPglite(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.creating`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
    await (await start({ dataDir: unfinished })).close()
    renameSync(unfinished, folder)
  }
  return start({ dataDir: folder })
}

/** An engine in memory alone, empty or filled from `dumpDataDir`: for tools and tests. */
export function openPgliteInMemory(dump?: Blob): Promise<PGlite> {
  return start(dump ? { loadDataDir: dump } : {})
}

async function start(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create({ ...options, extensions })
  // The adapter reads every timestamp as UTC: a session in another zone would shift them all.
  await pglite.exec(`SET TIME ZONE 'UTC'; SET datestyle = 'ISO, YMD'`)
  return pglite
}
