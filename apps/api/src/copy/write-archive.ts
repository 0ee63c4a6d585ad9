import { once } from 'node:events'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createZstdCompress } from 'node:zlib'
import { pack as createPack, type Pack } from 'tar-stream'
import { flushFolder } from '../db/durable-fs.ts'
import { sealing } from './archive-seal.ts'
import { type BackupKey, encrypterOf } from './backup-key.ts'
import { CopyRefused } from './copy-refused.ts'

/** An archive under way; each call resolves once there is room for the next. */
export interface Archive {
  add(name: string, content: Buffer): Promise<void>
  /** @param size of the content, in bytes: it is written before it */
  addStream(name: string, size: number, content: Readable): Promise<void>
}

/**
 * Writes one archive, tar within zstd within age where a key is given. It grows as `<path>.part`,
 * for its owner alone, and has its name only once it is whole and on the disk.
 * @returns its size in bytes
 * @throws CopyRefused when it cannot be written; nothing of it is left then
 */
export async function writeArchive(
  path: string,
  key: BackupKey | undefined,
  fill: (archive: Archive) => Promise<void>,
): Promise<number> {
  const part = `${path}.part`
  const handle = await open(part, 'wx', 0o600).catch((error) => {
    throw cannotWrite(part, error)
  })
  try {
    await packInto(handle, part, key, fill)
    await handle.sync().catch((error) => Promise.reject(cannotWrite(part, error)))
    const { size } = await handle.stat()
    await rename(part, path).catch((error) => Promise.reject(cannotWrite(path, error)))
    flushFolder(dirname(path))
    return size
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

type Handle = Awaited<ReturnType<typeof open>>

async function packInto(
  handle: Handle,
  path: string,
  key: BackupKey | undefined,
  fill: (archive: Archive) => Promise<void>,
): Promise<void> {
  const pack = createPack()
  // What fails first is the reason; the other side then fails because of it.
  let reason: unknown
  const giveUp = (error: unknown) => {
    reason ??= error
    pack.destroy(error as Error)
  }
  const written = toDisk(pack, handle, path, key).catch(giveUp)
  try {
    await fill(archiveOf(pack))
    pack.finalize()
  } catch (error) {
    giveUp(error)
  }
  await written
  if (reason) throw reason
}

async function toDisk(
  pack: Pack,
  handle: Handle,
  path: string,
  key: BackupKey | undefined,
): Promise<void> {
  const compress = createZstdCompress()
  const disk = new Writable({
    write(chunk: Buffer, _encoding, done) {
      handle.writeFile(chunk).then(
        () => done(),
        (error) => done(cannotWrite(path, error)),
      )
    },
  })
  if (!key) return pipeline(Readable.from(pack), compress, sealing, disk)
  const packed = pipeline(Readable.from(pack), compress)
  const sealed = Readable.from(sealing(compress))
  const locked = await encrypterOf(key).encrypt(Readable.toWeb(sealed) as globalThis.ReadableStream)
  await Promise.all([packed, pipeline(Readable.fromWeb(locked as ReadableStream), disk)])
}

function archiveOf(pack: Pack): Archive {
  return {
    async add(name, content) {
      const entry = openEntry(pack, name, content.length)
      entry.sink.end(content)
      await entry.written
    },
    async addStream(name, size, content) {
      const entry = openEntry(pack, name, size)
      try {
        for await (const chunk of content) {
          if (!entry.sink.write(chunk))
            await Promise.race([once(entry.sink, 'drain'), entry.written])
        }
        entry.sink.end(null)
      } catch (error) {
        entry.sink.destroy(error as Error)
      }
      await entry.written
    },
  }
}

function openEntry(pack: Pack, name: string, size: number) {
  let sink: ReturnType<Pack['entry']> | undefined
  const written = new Promise<void>((resolve, reject) => {
    sink = pack.entry({ name, size, mode: 0o600, mtime: new Date(0) }, (error) =>
      error ? reject(error) : resolve(),
    )
  })
  written.catch(() => {}) // whoever adds hears of it; until then nobody need
  return { sink: sink as ReturnType<Pack['entry']>, written }
}

function cannotWrite(path: string, error: unknown): CopyRefused {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EEXIST') {
    return new CopyRefused(
      `${path} exists: another back-up is being written there, or one was killed and it can be removed.`,
    )
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new CopyRefused(
      `The disk is full: ${path} could not be written, and nothing of it is left.`,
    )
  }
  return new CopyRefused(`${path} cannot be written (${code ?? (error as Error).message}).`)
}
