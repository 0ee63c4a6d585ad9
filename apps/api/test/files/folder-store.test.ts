import { createHash, randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import {
  FileMissing,
  type FileStore,
  FileStoreDown,
  type StoredFile,
} from '../../src/files/file-store.ts'
import { createFolderStore, incomingFolder } from '../../src/files/folder-store.ts'
import { removeStaleTempFiles } from '../../src/files/list-folder.ts'
import { tempFolder } from './temp-folder.ts'

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')

async function listed(store: FileStore): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for await (const file of store.list()) files.push(file)
  return files
}

async function setUp() {
  const folder = join(await tempFolder(), 'files')
  const store = createFolderStore(folder)
  async function incoming(content: string) {
    const tempPath = join(incomingFolder(folder), `${randomUUID()}.part`)
    await writeFile(tempPath, content)
    return tempPath
  }
  async function put(content: string) {
    await store.put(await incoming(content), hashOf(content))
    return hashOf(content)
  }
  return { folder, store, incoming, put }
}

test('a file comes back as it went in, from its place by its hash', async () => {
  const { folder, store, put } = await setUp()
  const sha256 = await put('Công văn số 1298')
  expect(await text(await store.open(sha256))).toBe('Công văn số 1298')
  expect(await store.stat(sha256)).toEqual({ size: Buffer.byteLength('Công văn số 1298') })
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  expect((await stat(path)).isFile()).toBe(true)
})

test('putting consumes the temporary file', async () => {
  const { folder, put } = await setUp()
  await put('một')
  expect(await readdir(incomingFolder(folder))).toEqual([])
})

test('the same content twice is one file, put anew', async () => {
  const { folder, store, put } = await setUp()
  const sha256 = await put('một')
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  await utimes(path, 1, 1)
  expect(await put('một')).toBe(sha256)
  const files = await listed(store)
  expect(files).toHaveLength(1)
  expect(files[0]?.storedAt.getTime()).toBeGreaterThan(1000)
})

test('part of a file, both ends included', async () => {
  const { store, put } = await setUp()
  const sha256 = await put('0123456789')
  expect(await text(await store.open(sha256, { start: 2, end: 4 }))).toBe('234')
  expect(await text(await store.open(sha256, { start: 7, end: null }))).toBe('789')
})

test('a file that is not there', async () => {
  const { store } = await setUp()
  const sha256 = hashOf('nowhere')
  await expect(store.open(sha256)).rejects.toThrow(FileMissing)
  expect(await store.stat(sha256)).toBeNull()
  await store.delete(sha256)
})

test('a deleted file is gone', async () => {
  const { store, put } = await setUp()
  const sha256 = await put('một')
  await store.delete(sha256)
  expect(await store.stat(sha256)).toBeNull()
})

test('only a hash is a name', async () => {
  const { store, incoming } = await setUp()
  for (const name of ['../../etc/passwd', 'A'.repeat(64), '', 'ab']) {
    await expect(store.open(name)).rejects.toThrow(TypeError)
    await expect(store.stat(name)).rejects.toThrow(TypeError)
    await expect(store.delete(name)).rejects.toThrow(TypeError)
    await expect(store.put(await incoming('x'), name)).rejects.toThrow(TypeError)
  }
})

test('the list has every file, with its size, and nothing that is on its way', async () => {
  const { store, incoming, put } = await setUp()
  const contents = Array.from({ length: 20 }, (_, at) => 'x'.repeat(at + 1))
  for (const content of contents) await put(content)
  await incoming('half')
  const files = await listed(store)
  expect(files.map(({ sha256 }) => sha256).sort()).toEqual(contents.map(hashOf).sort())
  expect(files.find(({ sha256 }) => sha256 === hashOf('xxxxx'))?.size).toBe(5)
})

test('a folder that goes away is an outage, is not made anew, and comes back by itself', async () => {
  const { folder, store, incoming, put } = await setUp()
  const sha256 = await put('một')
  const tempPath = await incoming('hai')
  await store.ping()
  await rename(folder, `${folder}-away`)

  await expect(store.ping()).rejects.toThrow(FileStoreDown)
  await expect(store.open(sha256)).rejects.toThrow(FileStoreDown)
  await expect(store.stat(sha256)).rejects.toThrow(FileStoreDown)
  await expect(store.delete(sha256)).rejects.toThrow(FileStoreDown)
  await expect(listed(store)).rejects.toThrow(FileStoreDown)
  await expect(store.put(tempPath, hashOf('hai'))).rejects.toThrow(FileStoreDown)
  await expect(stat(folder)).rejects.toThrow('ENOENT')

  await rename(`${folder}-away`, folder)
  await store.ping()
  expect(await text(await store.open(sha256))).toBe('một')
  await store.put(tempPath, hashOf('hai'))
  expect(await text(await store.open(hashOf('hai')))).toBe('hai')
})

test('a put that fails leaves the temporary file to the caller and no stored one', async () => {
  const { folder, store, incoming } = await setUp()
  const sha256 = hashOf('một')
  await writeFile(join(folder, sha256.slice(0, 2)), 'a file where a folder should be')
  const tempPath = await incoming('một')
  await expect(store.put(tempPath, sha256)).rejects.toThrow(FileStoreDown)
  expect((await stat(tempPath)).isFile()).toBe(true)
  await rm(join(folder, sha256.slice(0, 2)))
  await store.put(tempPath, sha256)
})

test('stale uploads are removed, fresh ones and strangers stay', async () => {
  const { folder, incoming } = await setUp()
  const stale = await incoming('stale')
  const fresh = await incoming('fresh')
  const stranger = join(incomingFolder(folder), 'note.txt')
  await writeFile(stranger, 'x')
  const longAgo = new Date('2026-01-01T00:00:00Z')
  await utimes(stale, longAgo, longAgo)
  await utimes(stranger, longAgo, longAgo)
  expect(await removeStaleTempFiles(incomingFolder(folder), new Date('2026-01-02T00:00:00Z'))).toBe(
    1,
  )
  expect((await readdir(incomingFolder(folder))).sort()).toEqual(
    [fresh, stranger].map((path) => path.split('/').at(-1)).sort(),
  )
})
