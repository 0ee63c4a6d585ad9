/**
 * Run by itself, so that nothing else moves its memory: takes in eight uploads of 50 MiB at once and
 * prints by how many bytes its resident memory grew at most, over what it was after one small upload.
 * Arguments: a folder to work in.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createFolderStore, incomingFolder } from '../../src/files/folder-store.ts'
import { judgeMediaType } from '../../src/files/media-type.ts'
import { readPdfSignatures } from '../../src/files/pdf-signature.ts'
import { receiveFile } from '../../src/files/receive-file.ts'

const folder = join(process.argv[2] ?? '', 'files')
const store = createFolderStore(folder)
const tempDir = incomingFolder(folder)
/** The same over and over, so that the source costs no memory. */
const chunk = randomBytes(64 << 10)

/** A PDF by its head and its end. */
async function* bytes(size: number): AsyncGenerator<Buffer> {
  yield Buffer.from('%PDF-1.7\n')
  for (let made = 0; made < size; made += chunk.length) yield chunk
  yield Buffer.from('%%EOF')
}

async function upload(size: number): Promise<void> {
  const stream = Readable.from(bytes(size), { objectMode: false })
  const { tempPath, sha256 } = await receiveFile(stream, { tempDir, maxBytes: 60 << 20 })
  await judgeMediaType(tempPath)
  await readPdfSignatures(tempPath, { trustedRoots: [], at: new Date(0) })
  await store.put(tempPath, sha256)
}

await upload(1 << 20)
const before = process.memoryUsage.rss()
let most = before
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 20)
await Promise.all(Array.from({ length: 8 }, () => upload(50 << 20)))
clearInterval(watch)
process.stdout.write(String(Math.max(most, process.memoryUsage.rss()) - before))
