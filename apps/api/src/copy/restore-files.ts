import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from '../files/file-store.ts'
import { CopyRefused } from './copy-refused.ts'

/** Puts a content into a store, unless it is not what its name says. */
export async function putContent(
  files: FileStore,
  incomingDir: string,
  sha256: string,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  mkdirSync(incomingDir, { recursive: true, mode: 0o700 })
  const path = join(incomingDir, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(hashed()), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (hash.digest('hex') === sha256) await files.put(path, sha256)
  } finally {
    await rm(path, { force: true })
  }
}

export async function holdsFiles(files: FileStore): Promise<boolean> {
  for await (const _ of files.list()) return true
  return false
}

/**
 * Reads every stored file once more.
 * @param contents how many there must be at least
 * @throws CopyRefused when one is not what its name says, or some are missing
 */
export async function verifyFiles(files: FileStore, contents: number): Promise<void> {
  let found = 0
  for await (const { sha256 } of files.list()) {
    const hash = createHash('sha256')
    for await (const chunk of await files.open(sha256)) hash.update(chunk)
    if (hash.digest('hex') !== sha256) {
      throw new CopyRefused(`The stored file ${sha256} came out otherwise than it went in.`)
    }
    found += 1
  }
  if (found < contents) {
    throw new CopyRefused(`Of ${contents} files only ${found} are in the store.`)
  }
}
