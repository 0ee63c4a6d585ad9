import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { isDiskError } from './disk-error.ts'
import { FileRefused } from './file-refused.ts'

export interface ZipEntry {
  name: string
  /** Its first bytes once unpacked, at most 8. */
  head: Buffer
  /** The whole of it, where the caller asked to keep it. */
  content: Buffer | null
}

const mostEntries = 5_000
const longestName = 1_024
/** Bytes an archive may unpack to, all entries together. */
const mostUnpacked = 512 << 20
/** Up to here no ratio is asked: a spreadsheet of blanks packs very well. */
const freelyUnpacked = 16 << 20
const mostRatio = 200

/**
 * Unpacks every entry of a ZIP of `size` bytes, one after the other, counts what comes out and throws
 * it away, but for entries for which `keep` gives a number of bytes. So the sizes the archive declares
 * are known to be true when this ends. Memory: one buffer of zlib's, and what is kept.
 *
 * Throws FileRefused `file-type-not-allowed` for a broken or locked archive, for paths that lead out
 * of it, and when it has or unpacks to too much. Errors of the disk pass through.
 */
export async function* walkZip(
  path: string,
  size: number,
  keep: (name: string) => number | undefined,
): AsyncGenerator<ZipEntry> {
  const zip = await openPromise(path, { autoClose: false }).catch(refuseBroken)
  // Nobody listens any more once the walk has ended.
  zip.on('error', () => {})
  try {
    if (zip.entryCount > mostEntries) throw refused(`${zip.entryCount} entries`)
    let packed = 0
    let unpacked = 0
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize
      unpacked += entry.uncompressedSize
      if (packed > size) throw refused('entries that share their bytes')
      if (unpacked > mostUnpacked) throw refused(`unpacks to more than ${mostUnpacked} bytes`)
      if (unpacked > Math.max(freelyUnpacked, size * mostRatio)) {
        throw refused(`unpacks to more than ${mostRatio} times its size`)
      }
      yield await unpackEntry(zip, entry, keep(entry.fileName))
    }
  } catch (error) {
    refuseBroken(error)
  } finally {
    zip.close()
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, mostKept = 0): Promise<ZipEntry> {
  const name = entry.fileName
  if (name.length > longestName) throw refused('a name without end')
  if (!entry.canDecodeFileData()) throw refused('a locked or unusually packed entry')
  if (mostKept > 0 && entry.uncompressedSize > mostKept) throw refused(`${name} of odd size`)

  const kept: Buffer[] = []
  let head: Buffer = Buffer.alloc(0)
  let count = 0
  const take = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      count += chunk.length
      if (count > entry.uncompressedSize) throw refused('an entry larger than it declares')
      if (head.length < 8) head = Buffer.concat([head, chunk.subarray(0, 8 - head.length)])
      if (mostKept > 0) kept.push(Buffer.from(chunk))
    }
  }
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.compressionMethod === 0) await pipeline(packed, take)
  else await pipeline(packed, createInflateRaw(), take)
  if (count < entry.uncompressedSize) throw refused('an entry smaller than it declares')
  return { name, head, content: mostKept > 0 ? Buffer.concat(kept) : null }
}

/** Whatever is wrong inside is the archive's fault; only the disk's own errors are not. */
function refuseBroken(error: unknown): never {
  if (error instanceof FileRefused) throw error
  if (isDiskError(error)) throw error
  throw new FileRefused('file-type-not-allowed', 'ZIP: broken', { cause: error })
}

function refused(detail: string): FileRefused {
  return new FileRefused('file-type-not-allowed', `ZIP: ${detail}`)
}
