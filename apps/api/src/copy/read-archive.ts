import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createZstdDecompress } from 'node:zlib'
import { extract } from 'tar-stream'
import { unsealing } from './archive-seal.ts'
import { type BackupKey, decrypterOf } from './backup-key.ts'
import { CopyRefused } from './copy-refused.ts'

/** One entry of an archive; its content is read to the end before the next is asked for. */
export interface ArchiveEntry {
  name: string
  /** Bytes. */
  size: number
  content: AsyncIterable<Buffer>
}

const ageBegin = 'age-encryption.org/v1'
const zstdBegin = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/**
 * The entries of an archive, in order. Ends only after the archive has ended as it should.
 * @throws CopyRefused when it cannot be read, opened with this key, or is not whole
 */
export async function* readArchive(
  path: string,
  key: BackupKey | undefined,
): AsyncGenerator<ArchiveEntry> {
  const bytes = await unlocked(path, key)
  const tar = extract()
  const unpacked = pipeline(bytes, unsealing, createZstdDecompress(), tar)
  unpacked.catch((error) => tar.destroy(error))
  try {
    const entries = tar[Symbol.asyncIterator]()
    for (;;) {
      const next = await entries.next().catch((error) => Promise.reject(damaged(path, error)))
      if (next.done) break
      const { header } = next.value
      const content = whole(path, next.value as unknown as AsyncIterable<Buffer>)
      yield { name: header.name, size: header.size ?? 0, content }
    }
    await unpacked.catch((error) => Promise.reject(damaged(path, error)))
  } finally {
    bytes.destroy()
    tar.destroy()
  }
}

async function* whole(path: string, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = content[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch((error) => Promise.reject(damaged(path, error)))
    if (next.done) return
    yield next.value
  }
}

async function unlocked(path: string, key: BackupKey | undefined): Promise<Readable> {
  const begin = await readBegin(path)
  if (begin.subarray(0, 4).equals(zstdBegin)) return createReadStream(path)
  if (begin.toString('latin1') !== ageBegin) throw foreign(path)
  if (!key) throw new CopyRefused(`${path} is encrypted: give its key with --key-file.`)
  const decrypter = decrypterOf(key)
  const locked = createReadStream(path)
  try {
    const stream = Readable.toWeb(locked) as globalThis.ReadableStream
    return Readable.fromWeb((await decrypter.decrypt(stream)) as ReadableStream)
  } catch (error) {
    locked.destroy()
    if (!/no identity matched/.test((error as Error).message)) throw damaged(path, error)
    throw new CopyRefused(`The key does not open ${path}, or its beginning was altered.`)
  }
}

async function readBegin(path: string): Promise<Buffer> {
  try {
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageBegin.length))
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new CopyRefused(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

export const foreign = (path: string) => new CopyRefused(`${path} is no back-up of this product.`)

export function damaged(path: string, why: unknown): CopyRefused {
  if (why instanceof CopyRefused) return why
  const reason = why instanceof Error ? why.message : String(why)
  return new CopyRefused(`${path} was cut short or altered and cannot be used: ${reason}.`)
}
