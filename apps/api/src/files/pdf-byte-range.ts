import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { isPdfSpace } from './pdf-object.ts'
import { readInto } from './read-at.ts'

/** A part of a file in bytes: `start` included, `end` not. */
export interface FilePart {
  start: number
  end: number
}

const pieceBytes = 256 << 10
const needle = Buffer.from('/ByteRange')
/** How far behind the name its `[` may stand. */
const lookAhead = 64

/**
 * Where `/ByteRange [` stands in a file, in order, at most `most` places; `more` when there are more.
 * A file has to show it in plain text, for the numbers in it are set after the file is written.
 */
export async function findByteRanges(
  handle: FileHandle,
  most: number,
): Promise<{ offsets: number[]; more: boolean }> {
  const piece = Buffer.alloc(pieceBytes + needle.length + lookAhead)
  const offsets: number[] = []
  for (let start = 0; ; start += pieceBytes) {
    const bytesRead = await readInto(handle, piece, start)
    const text = piece.subarray(0, bytesRead)
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      if (at >= pieceBytes) break
      if (!opensArray(text, at + needle.length)) continue
      if (offsets.length === most) return { offsets, more: true }
      offsets.push(start + at)
    }
    if (bytesRead < piece.length) return { offsets, more: false }
  }
}

/** Digest of several parts of a file, one after the other. */
export async function hashRanges(
  handle: FileHandle,
  parts: readonly FilePart[],
  digestName: string,
): Promise<Buffer> {
  const hash = createHash(digestName)
  const piece = Buffer.alloc(pieceBytes)
  for (const { start, end } of parts) {
    for (let at = start; at < end; at += pieceBytes) {
      const wanted = piece.subarray(0, Math.min(pieceBytes, end - at))
      if ((await readInto(handle, wanted, at)) < wanted.length) {
        throw new Error('the file grew shorter while it was read')
      }
      hash.update(wanted)
    }
  }
  return hash.digest()
}

function opensArray(text: Buffer, from: number): boolean {
  let at = from
  while (at < from + lookAhead && isPdfSpace(text[at])) at += 1
  return text[at] === 0x5b
}
