import type { FileHandle } from 'node:fs/promises'

/** Fills `buffer` from `position` on; returns how many bytes, fewer only where the file ends. */
export async function readInto(
  handle: FileHandle,
  buffer: Buffer,
  position: number,
): Promise<number> {
  let done = 0
  while (done < buffer.length) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, position + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return done
}

/** Up to `length` bytes from `position`; fewer only where the file ends. */
export async function readAt(
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Buffer<ArrayBuffer>> {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, await readInto(handle, buffer, position))
}
