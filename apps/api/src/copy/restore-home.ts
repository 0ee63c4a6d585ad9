import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase, overPglite } from '../db/client.ts'
import { flushTree } from '../db/durable-fs.ts'
import { lockDataFolder } from '../db/lock.ts'
import { createFolderStore, incomingFolder } from '../files/folder-store.ts'
import { openFileStore } from '../files/open-file-store.ts'
import { CopyRefused } from './copy-refused.ts'
import { databaseFolder, refuseUsed, withOpened } from './open-source.ts'
import { postgresCopies } from './postgres-copies.ts'
import { replaceFolders } from './put-aside.ts'
import { restoreInto, type VerifiedBackup } from './restore.ts'
import { holdsFiles } from './restore-files.ts'
import { isServed } from './target.store.ts'

/** Where a back-up is restored to, and what may be there. */
export interface RestoreHome {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'files'>
  /** Puts what is in the data folder beside instead of refusing. */
  replace: boolean
  /** Takes the files that are in the store as they are, and adds what is missing. */
  keepFiles: boolean
  now: Date
  /** Brings the filled database up to the program's version; answers with what should be known. */
  finish: (database: Database) => Promise<string[]>
}

export interface Restored {
  /** The folder in which what was there before is now, if there was something. */
  aside: string | null
  remarks: string[]
}

type Moves = { from: string; to: string }[]

/**
 * Restores a back-up where the server is configured to find its data. Everything grows beside, in
 * `<dataDir>/restoring`, and moves to its place when it is whole and was read back.
 * @throws CopyRefused, DatabaseInUse; then what was there is as it was
 */
export async function restoreHome(backup: VerifiedBackup, home: RestoreHome): Promise<Restored> {
  const { dataDir, databaseUrl } = home.config
  const lock = lockDataFolder(dataDir)
  const staging = join(dataDir, 'restoring')
  try {
    rmSync(staging, { recursive: true, force: true })
    const { target, moves } = await filesTarget(home, staging)
    return databaseUrl
      ? await restoreToServer(databaseUrl, backup, home, target, moves)
      : await restoreToFolder(staging, backup, home, target, moves)
  } finally {
    rmSync(staging, { recursive: true, force: true })
    lock.release()
  }
}

async function filesTarget({ config, replace, keepFiles }: RestoreHome, staging: string) {
  const own = openFileStore(config)
  const moves: Moves = []
  if (keepFiles) return { target: own, moves }
  if (config.files ? await holdsFiles(own.files) : !replace && (await holdsFiles(own.files))) {
    throw new CopyRefused(
      config.files
        ? 'The bucket of FILES_URL holds files: name an empty one, or say --keep-files.'
        : `There are files in ${join(config.dataDir, 'files')}: say --replace to put them beside, or --keep-files.`,
    )
  }
  if (config.files) return { target: own, moves }
  const folder = join(staging, 'files')
  moves.push({ from: folder, to: join(config.dataDir, 'files') })
  const target = { files: createFolderStore(folder), incomingDir: incomingFolder(folder) }
  return { target, moves }
}

type FilesTarget = Awaited<ReturnType<typeof filesTarget>>['target']

async function restoreToServer(
  databaseUrl: string,
  backup: VerifiedBackup,
  { config, now, replace, finish }: RestoreHome,
  target: FilesTarget,
  moves: Moves,
): Promise<Restored> {
  const engine = postgresCopies(databaseUrl)
  if (await engine.read(({ run }) => isServed(run))) {
    throw new CopyRefused('A server is running on the database of DATABASE_URL: stop it first.')
  }
  let moved: ReturnType<typeof replaceFolders> | undefined
  try {
    await restoreInto({ engine, ...target }, backup, now, () => {
      moved = replaceFolders(config.dataDir, moves, now)
    })
  } catch (error) {
    moved?.undo()
    throw error
  }
  const database = await openDatabase({ databaseUrl, dataDir: config.dataDir })
  const remarks = await finish(database).finally(() => database.close())
  return { aside: asideOf(moved, replace), remarks }
}

async function restoreToFolder(
  staging: string,
  backup: VerifiedBackup,
  { config, now, replace, finish }: RestoreHome,
  target: FilesTarget,
  moves: Moves,
): Promise<Restored> {
  const folder = databaseFolder(config.dataDir)
  if (!replace && existsSync(folder)) await refuseUsed(folder)
  const grown = join(staging, 'database')
  const remarks = await withOpened(grown, async (engine, pglite) => {
    await restoreInto({ engine, ...target }, backup, now)
    return finish(overPglite(pglite))
  })
  flushTree(grown)
  const moved = replaceFolders(config.dataDir, [...moves, { from: grown, to: folder }], now)
  return { aside: asideOf(moved, replace), remarks }
}

/** What was put aside though nobody asked for it was empty. */
function asideOf(moved: ReturnType<typeof replaceFolders> | undefined, asked: boolean) {
  if (!moved?.aside || asked) return moved?.aside ?? null
  rmSync(moved.aside, { recursive: true, force: true })
  return null
}
