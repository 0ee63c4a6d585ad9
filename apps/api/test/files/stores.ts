import { createHash, randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FileStore, StoredFile } from '../../src/files/file-store.ts'
import { createFolderStore } from '../../src/files/folder-store.ts'
import type { S3Location } from '../../src/files/s3-location.ts'
import { createS3Store } from '../../src/files/s3-store.ts'
import { ownPlace } from '../support/s3.ts'
import { tempFolder } from './temp-folder.ts'

export const hashOf = (content: string | Buffer) =>
  createHash('sha256').update(content).digest('hex')

export async function listed(store: FileStore): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for await (const file of store.list()) files.push(file)
  return files
}

/** A store that can be lost and found again. */
export interface LosableStore {
  store: FileStore
  lose(): Promise<void>
  find(): Promise<void>
}

export async function losableFolder(): Promise<LosableStore> {
  const folder = join(await tempFolder(), 'files')
  return {
    store: createFolderStore(folder),
    lose: () => rename(folder, `${folder}-away`),
    find: () => rename(`${folder}-away`, folder),
  }
}

export async function losableBucket(): Promise<LosableStore> {
  const { location, lose, find } = await throughWire(ownPlace())
  return { store: createS3Store(location), lose, find }
}

/** The same place, reached over a wire that can be cut, or hold back what goes over it. */
export async function throughWire(place: S3Location) {
  const { hostname, port } = new URL(place.endpoint as string)
  const sockets = new Set<Socket>()
  let frozen = false
  const wire = createServer((here) => {
    const there = connect({ host: hostname, port: Number(port || 80) })
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy()).on('close', () => to.destroy())
      from.on('data', (chunk) => frozen || to.write(chunk))
    }
  })
  const listen = (at: number) =>
    new Promise<void>((resolve) => void wire.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const { port: own } = wire.address() as { port: number }
  const lose = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    return new Promise<void>((resolve) => void wire.close(() => resolve()))
  }
  onTestFinished(() => (wire.listening ? lose() : undefined))
  return {
    location: { ...place, endpoint: `http://127.0.0.1:${own}` } satisfies S3Location,
    lose,
    find: () => listen(own),
    /** Takes connections and what is sent over them, and passes nothing on. */
    freeze: () => {
      frozen = true
    },
  }
}

/** What is put into a store waits in a folder before. */
export async function filesFor(store: FileStore) {
  const waiting = await tempFolder()
  async function incoming(content: string | Buffer) {
    const tempPath = join(waiting, `${randomUUID()}.part`)
    await writeFile(tempPath, content)
    return tempPath
  }
  async function put(content: string | Buffer) {
    await store.put(await incoming(content), hashOf(content))
    return hashOf(content)
  }
  return { waiting, incoming, put }
}
