import { constants, mkdirSync } from 'node:fs'
import { access, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assertSha256, FileMissing, type FileStore, FileStoreDown } from './file-store.ts'
import { createFolderMaker, moveFlushed } from './flushed-move.ts'
import { listStoredFiles } from './list-folder.ts'

/**
 * The folder for uploads on their way in. On the store's own disk, so that taking a file in is a
 * rename; what a crash leaves there is for `removeStaleTempFiles`.
 */
export function incomingFolder(folder: string): string {
  return join(folder, 'incoming')
}

/**
 * A file store in a folder: `ab/cd/<sha256>`, which keeps every folder small. Only whole files ever
 * carry such a name: content is flushed to disk under another name, then renamed, then the folder
 * itself is flushed. Makes `folder` now, never later: a disk that is no longer mounted must look
 * like an outage, not like an empty store.
 */
export function createFolderStore(folder: string): FileStore {
  mkdirSync(incomingFolder(folder), { recursive: true, mode: 0o700 })
  const makeFolder = createFolderMaker(folder)

  function pathOf(sha256: string): string {
    assertSha256(sha256)
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  async function ping(): Promise<void> {
    try {
      await access(incomingFolder(folder), constants.R_OK | constants.W_OK | constants.X_OK)
    } catch (error) {
      throw new FileStoreDown(error)
    }
  }

  /** A file gone from a store that is there is an answer; anything else is an outage. */
  async function mustBeAbsent(error: unknown): Promise<void> {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new FileStoreDown(error)
    await ping()
  }

  return {
    ping,

    async put(tempPath, sha256) {
      const path = pathOf(sha256)
      try {
        await makeFolder(sha256.slice(0, 2), sha256.slice(2, 4))
        await moveFlushed(tempPath, path, incomingFolder(folder))
      } catch (error) {
        throw new FileStoreDown(error)
      }
    },

    async open(sha256, range) {
      const path = pathOf(sha256)
      try {
        const handle = await open(path, 'r')
        return handle.createReadStream({ start: range?.start ?? 0, end: range?.end ?? Infinity })
      } catch (error) {
        await mustBeAbsent(error)
        throw new FileMissing(sha256)
      }
    },

    async stat(sha256) {
      const path = pathOf(sha256)
      try {
        return { size: (await stat(path)).size }
      } catch (error) {
        await mustBeAbsent(error)
        return null
      }
    },

    async delete(sha256) {
      const path = pathOf(sha256)
      try {
        await rm(path)
      } catch (error) {
        await mustBeAbsent(error)
      }
    },

    list: () => listStoredFiles(folder),
  }
}
