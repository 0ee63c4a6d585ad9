import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { DatabaseInUse, lockDataFolder } from '../db/lock.ts'
import { openPglite } from '../db/pglite.ts'
import { CopyRefused } from './copy-refused.ts'
import type { CopyEngine } from './copy-session.ts'
import { pgliteCopies } from './pglite-copies.ts'
import { askForSnapshot } from './snapshot-socket.ts'
import { listUsedTables } from './tables.store.ts'

/** Where the embedded database lies. */
export const databaseFolder = (dataDir: string) => join(dataDir, 'database')

/**
 * Works on the embedded database as it is: on itself where no server runs, else on a copy that the
 * server makes of it.
 * @throws CopyRefused when there is none, or it is in use by somebody who gives no copy
 */
export async function withEmbedded<T>(
  dataDir: string,
  work: (engine: CopyEngine) => Promise<T>,
): Promise<T> {
  const lock = tryLock(dataDir)
  if (lock) return withStopped(dataDir, work, lock)
  const snapshot = await askForSnapshot(dataDir)
  try {
    return await withOpened(snapshot, work)
  } finally {
    await rm(snapshot, { recursive: true, force: true })
  }
}

/**
 * Works on the embedded database while nobody else does.
 * @throws DatabaseInUse, or CopyRefused when there is none
 */
export async function withStopped<T>(
  dataDir: string,
  work: (engine: CopyEngine) => Promise<T>,
  lock = lockDataFolder(dataDir),
): Promise<T> {
  try {
    if (!existsSync(databaseFolder(dataDir))) {
      throw new CopyRefused(`There is no database in ${dataDir}: set DATA_DIR, or DATABASE_URL.`)
    }
    return await withOpened(databaseFolder(dataDir), work)
  } finally {
    lock.release()
  }
}

function tryLock(dataDir: string) {
  if (!existsSync(dataDir))
    throw new CopyRefused(`There is no data folder ${dataDir}: set DATA_DIR.`)
  try {
    return lockDataFolder(dataDir)
  } catch (error) {
    if (error instanceof DatabaseInUse) return null
    throw error
  }
}

/** @param folder of an engine, which is made when there is none */
export async function withOpened<T>(
  folder: string,
  work: (engine: CopyEngine, pglite: PGlite) => Promise<T>,
): Promise<T> {
  const pglite = await openPglite(folder)
  try {
    return await work(pgliteCopies(pglite), pglite)
  } finally {
    await pglite.close()
  }
}

/** @throws CopyRefused when the database in a folder holds something */
export async function refuseUsed(folder: string): Promise<void> {
  const used = await withOpened(folder, (engine) => engine.read(({ run }) => listUsedTables(run)))
  if (used.length === 0) return
  throw new CopyRefused(
    `The database in ${folder} is not empty: say --replace to put it beside, or name another DATA_DIR.`,
  )
}
