import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { countSpentBytes } from '../spent-memory.ts'
import { isDiskError } from './disk-error.ts'
import { FileRefused } from './file-refused.ts'
import { FileStoreDown } from './file-store.ts'

export interface ReceivedFile {
  /** A private file (mode 0600) that now belongs to the caller. */
  tempPath: string
  /** Bytes. */
  size: number
  /** Of the whole content, 64 lower-case hex digits. */
  sha256: string
}

export interface Receiving {
  tempDir: string
  /** Bytes. */
  maxBytes: number
  /** Asked before each piece is written; without it the disk is written to its last byte. */
  hasRoom?: () => boolean
}

/** Bytes that are handed to the disk in one go: each handing over costs more than its bytes. */
const writtenAtOnce = 256 << 10

/**
 * Writes a byte stream to a new file in `tempDir`, a folder that is there, hashing it on the way.
 * Holds a few chunks at a time, so memory does not grow with the file. Leaves nothing behind when it
 * throws, and destroys the stream.
 *
 * Throws FileRefused: `file-too-large` above `maxBytes`, `file-empty`, or `upload-interrupted` when
 * the stream fails or ends early; FileStoreDown when the disk fails or is nearly full.
 */
export async function receiveFile(
  stream: Readable,
  { tempDir, maxBytes, hasRoom }: Receiving,
): Promise<ReceivedFile> {
  // The line may break while the file is being opened, when nobody reads the stream yet.
  stream.on('error', () => {})
  const tempPath = join(tempDir, `${randomUUID()}.part`)
  try {
    const handle = await open(tempPath, 'wx', 0o600)
    try {
      return { tempPath, ...(await copyHashed(stream, handle, { maxBytes, hasRoom })) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    stream.destroy()
    await rm(tempPath, { force: true }).catch(() => {})
    throw isDiskError(error) ? new FileStoreDown(error) : error
  }
}

async function copyHashed(
  stream: Readable,
  handle: FileHandle,
  { maxBytes, hasRoom = () => true }: Omit<Receiving, 'tempDir'>,
) {
  const hash = createHash('sha256')
  let size = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let writing = Promise.resolve()
  const write = async () => {
    await writing
    if (!hasRoom()) throw new FileStoreDown('the disk is nearly full')
    const pieces = waiting
    countSpentBytes(waitingBytes)
    waiting = []
    waitingBytes = 0
    writing = writeWhole(handle, pieces)
    // Told when it is awaited, which may be after the stream has failed.
    writing.catch(() => {})
  }
  try {
    for await (const chunk of arrivingChunks(stream)) {
      size += chunk.length
      if (size > maxBytes) throw new FileRefused('file-too-large', `more than ${maxBytes} bytes`)
      waiting.push(chunk)
      waitingBytes += chunk.length
      // The disk writes while the processor hashes.
      if (waitingBytes >= writtenAtOnce) await write()
      hash.update(chunk)
    }
    await write()
  } finally {
    await writing
  }
  // A multipart parser that meets its own limit ends the stream as if all had come.
  if ('truncated' in stream && stream.truncated === true) {
    throw new FileRefused('file-too-large', `cut off after ${size} bytes`)
  }
  if (size === 0) throw new FileRefused('file-empty')
  return { size, sha256: hash.digest('hex') }
}

/** The stream's chunks; what goes wrong with the stream, and nothing else, becomes a refusal. */
async function* arrivingChunks(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (cause) {
    throw new FileRefused('upload-interrupted', 'the stream broke off', { cause })
  }
}

async function writeWhole(handle: FileHandle, pieces: Buffer[]): Promise<void> {
  let left = pieces
  while (left.length > 0) {
    let { bytesWritten } = await handle.writev(left)
    left = left.flatMap((piece) => {
      const done = Math.min(bytesWritten, piece.length)
      bytesWritten -= done
      return done < piece.length ? [piece.subarray(done)] : []
    })
  }
}
