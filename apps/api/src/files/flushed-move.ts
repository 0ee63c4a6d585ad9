import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Moves a finished file to `path` so that a power cut at any moment leaves either no file or the
 * whole file there. From another disk it first copies into `sameDisk`, a folder beside `path`.
 */
export async function moveFlushed(from: string, path: string, sameDisk: string): Promise<void> {
  await flush(from)
  try {
    await rename(from, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await moveAcrossDisks(from, path, sameDisk)
  }
  await flush(dirname(path))
}

async function moveAcrossDisks(from: string, path: string, sameDisk: string): Promise<void> {
  const copy = join(sameDisk, `${randomUUID()}.part`)
  try {
    await copyFile(from, copy, constants.COPYFILE_EXCL)
    await flush(copy)
    await rename(copy, path)
  } catch (error) {
    await rm(copy, { force: true })
    throw error
  }
  await rm(from, { force: true })
}

/**
 * A maker of nested folders below `root` whose names survive a power cut. Flushes each once per
 * process, even one found already made: whoever made it may not have flushed it yet.
 */
export function createFolderMaker(root: string): (...names: string[]) => Promise<void> {
  const flushed = new Set<string>()

  return async (...names) => {
    let parent = root
    for (const name of names) {
      const path = join(parent, name)
      const made = await makeUnlessThere(path)
      if (made || !flushed.has(path)) {
        await flush(parent)
        flushed.add(path)
      }
      parent = path
    }
  }
}

/** True when this call made it. Never makes the parent. */
async function makeUnlessThere(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o700 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Has the kernel write a file's bytes, or a folder's names, to the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
