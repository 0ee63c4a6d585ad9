import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { finishReplacing } from './replacing.ts'

/** Thrown when another process already holds the data folder. `message` is fit for an operator. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
  readonly dataDir: string

  constructor(dataDir: string) {
    super(
      `The data folder ${dataDir} is in use by another running process. ` +
        'Stop that process first, or set DATABASE_URL to share a PostgreSQL server.',
    )
    this.dataDir = dataDir
  }
}

/**
 * Holds `<dataDir>/database.lock` until `release` is called or the process ends, however it ends:
 * the lock is the kernel's, so a killed process leaves nothing to clean up. Two processes on one
 * embedded database silently lose rows, hence no way around it.
 *
 * Nothing else in this process may open that file: closing any handle on it, even one that only
 * read it, would give the kernel's lock away. Back-ups skip it.
 *
 * A replacement of the database that was cut short is ended first.
 *
 * @throws {DatabaseInUse} when the folder is held already, by another process or by this one.
 * @throws {ReplacingCutShort} when neither the old database nor the new one is in its place.
 */
export function lockDataFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(join(dataDir, 'database.lock'))
  try {
    file.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    finishReplacing(dataDir)
  } catch (error) {
    file.close()
    throw isBusy(error) ? new DatabaseInUse(dataDir) : error
  }
  let held = true
  return {
    release() {
      if (held) file.close()
      held = false
    },
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode
  return code !== undefined && (code & 0xff) === 5
}
