import { createHash } from 'node:crypto'

/*
 * The last forty bytes of the compressed archive: a frame that zstd passes over (magic number, length),
 * with the SHA-256 of all before it. Unpacking alone does not notice when its very last bytes are gone.
 */
const frame = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 32, 0, 0, 0])
const sealSize = frame.length + 32

/** Passes bytes on and ends with their seal. */
export async function* sealing(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  yield Buffer.concat([frame, hash.digest()])
}

/** Passes on what was sealed, without the seal. @throws when it is not what was sealed */
export async function* unsealing(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let held = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const all = Buffer.concat([held, chunk])
    const passed = all.subarray(0, Math.max(0, all.length - sealSize))
    held = all.subarray(passed.length)
    hash.update(passed)
    if (passed.length > 0) yield passed
  }
  if (held.length < sealSize || !held.subarray(0, frame.length).equals(frame)) {
    throw new Error('its end is missing')
  }
  if (!held.subarray(frame.length).equals(hash.digest())) throw new Error('some byte is another')
}
