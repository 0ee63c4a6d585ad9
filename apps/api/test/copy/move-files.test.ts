import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CopyRefused } from '../../src/copy/copy-refused.ts'
import { moveFiles } from '../../src/copy/move-files.ts'
import { FileMissing, type FileStore, FileStoreDown } from '../../src/files/file-store.ts'
import { createFolderStore } from '../../src/files/folder-store.ts'
import { createS3Store } from '../../src/files/s3-store.ts'
import { filesFor, hashOf, listed } from '../files/stores.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { tempFolder, withSource } from '../support/copies.ts'
import { enter, upload } from '../support/line.ts'
import { ownPlace } from '../support/s3.ts'

let api: TestApp
let names: string[]
const { folder, remove } = tempFolder()
const home = createFolderStore(join(folder, 'files'))
let bucket: FileStore

/** Files of an order, and one that nothing refers to yet, all in a folder. */
beforeAll(async () => {
  api = await startTestApp()
  const specialist = await api.signInAs('specialist')
  await enter(api, specialist)
  await upload(api, specialist, Buffer.from('%PDF-1.7 on its own %%EOF'))
  const rows = await api.deps.database.prisma.file.findMany({ select: { sha256: true } })
  names = [...new Set(rows.map(({ sha256 }) => sha256))].sort()
  await move(api.deps.files, home)
})
beforeEach(() => {
  bucket = createS3Store(ownPlace())
})
afterAll(async () => {
  await api.close()
  remove()
})

const move = (from: FileStore, to: FileStore) =>
  withSource(api, (engine) => moveFiles({ engine, from, to, incomingDir: folder }))

const namesIn = async (store: FileStore) => (await listed(store)).map(({ sha256 }) => sha256).sort()

const elsewhere = (store: FileStore, opened: (sha256: string) => unknown): FileStore => ({
  ...store,
  open: async (sha256, range) => {
    await opened(sha256)
    return store.open(sha256, range)
  },
})

test('files go into a bucket, and from there into another folder', async () => {
  expect(names.length).toBeGreaterThan(1)
  const there = await move(home, bucket)
  expect(there).toMatchObject({
    count: names.length,
    copied: names.length,
    missing: [],
    damaged: [],
  })
  expect(await namesIn(bucket)).toEqual(names)
  expect(await namesIn(home)).toEqual(names)

  const other = createFolderStore(join(folder, 'other'))
  expect(await move(bucket, other)).toMatchObject({ ...there, copied: names.length })
  expect(await namesIn(other)).toEqual(names)
})

test('what is there already is read, and not copied again', async () => {
  await move(home, bucket)
  expect(await move(home, bucket)).toMatchObject({ count: names.length, copied: 0 })
})

test('a run that was broken off goes on with the next', async () => {
  let opened = 0
  const broken = elsewhere(home, () => {
    opened += 1
    if (opened > 1) throw new FileStoreDown(Object.assign(new Error('gone'), { code: 'EIO' }))
  })
  const run = move(broken, bucket)
  await expect(run).rejects.toThrow(CopyRefused)
  await expect(run).rejects.toThrow('The store that files come from does not serve (EIO)')
  expect(await move(home, bucket)).toMatchObject({ count: names.length, missing: [], damaged: [] })
  expect(await namesIn(bucket)).toEqual(names)
})

test('a bucket that does not answer is named', async () => {
  const dead = createS3Store({ ...ownPlace(), endpoint: 'http://127.0.0.1:9' })
  await expect(move(home, dead)).rejects.toThrow(
    /^The store that files go to does not serve \(ECONNREFUSED\)/,
  )
})

test('a content that was altered where it is, or lost, is named and everything else moved', async () => {
  const [altered = '', lost = ''] = names
  const spoiled = createFolderStore(join(folder, 'spoiled'))
  await move(home, spoiled)
  const path = join(folder, 'spoiled', altered.slice(0, 2), altered.slice(2, 4), altered)
  await writeFile(path, 'another content')
  await spoiled.delete(lost)
  const used = new Set(await usedNames())
  const moved = await move(spoiled, bucket)
  expect(moved).toMatchObject({
    damaged: [altered],
    missing: used.has(lost) ? [lost] : [],
    count: names.length - 2,
  })
  expect(await namesIn(bucket)).toEqual(names.slice(2))
})

test('a content altered where it goes is put there anew', async () => {
  const [altered = ''] = names
  const spoiled = createFolderStore(join(folder, 'target'))
  await move(home, spoiled)
  const path = join(folder, 'target', altered.slice(0, 2), altered.slice(2, 4), altered)
  await writeFile(path, 'another content')
  expect(await move(home, spoiled)).toMatchObject({ count: names.length, copied: 1, damaged: [] })
  expect(hashOf(await buffer(await spoiled.open(altered)))).toBe(altered)
})

test('what no row names stays behind', async () => {
  const { put } = await filesFor(home)
  const orphan = await put('nobody’s')
  await move(home, bucket)
  await expect(bucket.open(orphan)).rejects.toThrow(FileMissing)
  await home.delete(orphan)
})

const usedNames = async () => {
  const { prisma } = api.deps.database
  const rows = await prisma.directiveFile.findMany({
    select: { file: { select: { sha256: true } } },
  })
  return rows.map(({ file }) => file.sha256)
}
