import { createHash } from 'node:crypto'
import { FileMissing, type FileStore, FileStoreDown } from '../files/file-store.ts'
import { CopyRefused } from './copy-refused.ts'
import type { CopyEngine } from './copy-session.ts'
import { listContents } from './file-rows.store.ts'
import { putContent } from './restore-files.ts'

export interface FileMove {
  /** Whose rows name the files that must arrive. */
  engine: CopyEngine
  from: FileStore
  to: FileStore
  /** A local folder through which each file goes. */
  incomingDir: string
}

export interface MovedFiles {
  /** Of all that are there now: how many, and their bytes. */
  count: number
  bytes: number
  /** How many of them were copied now; the others were there. */
  copied: number
  /** Named by records in use, and not in the store they come from. */
  missing: string[]
  /** Not what their names say in the store they come from, or not as large as their rows say. */
  damaged: string[]
}

/** How many files are under way at a time; each is held on disk, not in memory. */
const atOnce = 6

/**
 * Copies every file that a row names from one store into another and reads each back there, by size
 * and SHA-256, those that were there already too: so it can be broken off and run again, and what
 * it answers holds of every file. The store they come from is only read.
 * @throws CopyRefused when either store does not answer
 */
export function moveFiles({ engine, from, to, incomingDir }: FileMove): Promise<MovedFiles> {
  const moved: MovedFiles = { count: 0, bytes: 0, copied: 0, missing: [], damaged: [] }

  const moveOne = async ({
    sha256,
    used,
    size,
  }: {
    sha256: string
    used: boolean
    size: number
  }) => {
    let arrived = await sizeIfWhole(to, sha256)
    if (arrived === null) {
      if (!(await copyContent(sha256))) {
        // What nothing refers to may have been swept since.
        if (used) moved.missing.push(sha256)
        return
      }
      arrived = await sizeIfWhole(to, sha256)
      if (arrived !== null) moved.copied += 1
    }
    if (arrived !== size) {
      moved.damaged.push(sha256)
      return
    }
    moved.count += 1
    moved.bytes += size
  }

  /** Puts nothing that is not what its name says. @returns false where there is none */
  const copyContent = async (sha256: string): Promise<boolean> => {
    const content = await from.open(sha256).catch((error) => {
      if (error instanceof FileMissing) return null
      throw silent('come from', error)
    })
    if (!content) return false
    const read = async function* () {
      try {
        yield* content
      } catch (error) {
        throw silent('come from', error)
      }
    }
    await putContent(to, incomingDir, sha256, read()).catch(goTo)
    return true
  }

  return engine.read(async ({ run }) => {
    await to.ping().catch(goTo)
    await from.ping().catch((error) => Promise.reject(silent('come from', error)))
    const contents = listContents(run)
    let stopped = false
    const work = async () => {
      while (!stopped) {
        const next = await contents.next()
        if (next.done) return
        await moveOne(next.value)
      }
    }
    const workers = Array.from({ length: atOnce }, () =>
      work().catch((error) => {
        stopped = true
        throw error
      }),
    )
    const ended = await Promise.allSettled(workers)
    for (const one of ended) if (one.status === 'rejected') throw one.reason
    return moved
  })
}

/** Null when it is not there, or is not what its name says. */
async function sizeIfWhole(store: FileStore, sha256: string): Promise<number | null> {
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of await store.open(sha256)) {
      hash.update(chunk)
      size += chunk.length
    }
    return hash.digest('hex') === sha256 ? size : null
  } catch (error) {
    if (error instanceof FileMissing) return null
    throw silent('go to', error)
  }
}

function goTo(error: unknown): never {
  throw error instanceof FileStoreDown ? silent('go to', error) : error
}

function silent(where: 'come from' | 'go to', error: unknown): CopyRefused {
  const cause = (error instanceof FileStoreDown ? error.cause : error) as NodeJS.ErrnoException
  const said = cause.code ?? cause.message
  return new CopyRefused(
    `The store that files ${where} does not serve (${said}): nothing is lost, run this again and it goes on.`,
  )
}
