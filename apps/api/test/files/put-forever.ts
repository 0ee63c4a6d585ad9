/**
 * Run by itself, to be killed: stores one file after the other and names each on a line of its own
 * once it is stored. Arguments: the store's folder.
 */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { createFolderStore, incomingFolder } from '../../src/files/folder-store.ts'
import { receiveFile } from '../../src/files/receive-file.ts'

const folder = process.argv[2] ?? ''
const store = createFolderStore(folder)

async function storeOn(): Promise<void> {
  for (;;) {
    const stream = Readable.from([randomBytes(90_000), randomBytes(90_000)])
    const options = { tempDir: incomingFolder(folder), maxBytes: 1 << 20 }
    const { tempPath, sha256 } = await receiveFile(stream, options)
    await store.put(tempPath, sha256)
    process.stdout.write(`${sha256}\n`)
  }
}

await Promise.all([storeOn(), storeOn(), storeOn(), storeOn()])
