import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import type { PGlite } from '@electric-sql/pglite'

/**
 * Copies the folder of the embedded engine while it stands still between two statements: what opens
 * the copy finds what it finds after a killed process, every commit and nothing of what was under
 * way. Statements wait meanwhile, a second for a few hundred megabytes.
 */
export async function copyFolderOf(pglite: PGlite, folder: string, to: string): Promise<void> {
  try {
    await pglite.runExclusive(() =>
      cp(folder, to, { recursive: true, errorOnExist: true, mode: constants.COPYFILE_FICLONE }),
    )
  } catch (error) {
    await rm(to, { recursive: true, force: true })
    throw error
  }
}
