import type { Dirent } from 'node:fs'
import { opendir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStoreDown, type StoredFile } from './file-store.ts'

/** The files of a folder store, one folder at a time. Throws FileStoreDown. */
export async function* listStoredFiles(folder: string): AsyncGenerator<StoredFile> {
  try {
    for await (const first of entries(folder, /^[0-9a-f]{2}$/)) {
      for await (const second of entries(join(folder, first.name), /^[0-9a-f]{2}$/)) {
        const inner = join(folder, first.name, second.name)
        for await (const file of entries(inner, /^[0-9a-f]{64}$/)) {
          const seen = await statIfThere(join(inner, file.name))
          if (seen) yield { sha256: file.name, size: seen.size, storedAt: seen.mtime }
        }
      }
    }
  } catch (error) {
    throw new FileStoreDown(error)
  }
}

/**
 * Removes uploads that never became files, left by a crash: those in `tempDir` not written to since
 * `before`. Returns how many. Choose `before` well beyond the longest upload.
 */
export async function removeStaleTempFiles(tempDir: string, before: Date): Promise<number> {
  let removed = 0
  for await (const entry of entries(tempDir, /\.part$/)) {
    const path = join(tempDir, entry.name)
    const seen = await statIfThere(path)
    if (!seen || seen.mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function* entries(folder: string, name: RegExp): AsyncGenerator<Dirent> {
  for await (const entry of await opendir(folder)) {
    if (name.test(entry.name)) yield entry
  }
}

/** Null when another process removed it meanwhile. */
async function statIfThere(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
