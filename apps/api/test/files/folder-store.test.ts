import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileStoreDown } from '../../src/files/file-store.ts'
import { createFolderStore, incomingFolder } from '../../src/files/folder-store.ts'
import { removeStaleTempFiles } from '../../src/files/list-folder.ts'
import { filesFor, hashOf, listed } from './stores.ts'
import { tempFolder } from './temp-folder.ts'

/* What a folder alone does; `file-store.test.ts` has what every store does. */

async function setUp() {
  const folder = join(await tempFolder(), 'files')
  const store = createFolderStore(folder)
  return { folder, store, ...(await filesFor(store)) }
}

test('a file lies at its place by its hash', async () => {
  const { folder, put } = await setUp()
  const sha256 = await put('một')
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  expect((await stat(path)).isFile()).toBe(true)
})

test('what is on its way is not listed', async () => {
  const { folder, store } = await setUp()
  await writeFile(join(incomingFolder(folder), 'a.part'), 'half')
  expect(await listed(store)).toEqual([])
})

test('a folder that goes away is not made anew', async () => {
  const { folder, store, put } = await setUp()
  await put('một')
  await rename(folder, `${folder}-away`)
  await expect(put('hai')).rejects.toThrow(FileStoreDown)
  await expect(store.ping()).rejects.toThrow(FileStoreDown)
  await expect(stat(folder)).rejects.toThrow('ENOENT')
})

test('a put that fails leaves the temporary file to the caller and no stored one', async () => {
  const { folder, store } = await setUp()
  const sha256 = hashOf('một')
  await writeFile(join(folder, sha256.slice(0, 2)), 'a file where a folder should be')
  const tempPath = join(incomingFolder(folder), 'a.part')
  await writeFile(tempPath, 'một')
  await expect(store.put(tempPath, sha256)).rejects.toThrow(FileStoreDown)
  expect((await stat(tempPath)).isFile()).toBe(true)
  await rm(join(folder, sha256.slice(0, 2)))
  await store.put(tempPath, sha256)
})

test('stale uploads are removed, fresh ones and strangers stay', async () => {
  const { folder } = await setUp()
  const waiting = incomingFolder(folder)
  const longAgo = new Date('2026-01-01T00:00:00Z')
  for (const name of ['stale.part', 'note.txt']) {
    await writeFile(join(waiting, name), 'x')
    await utimes(join(waiting, name), longAgo, longAgo)
  }
  await writeFile(join(waiting, 'fresh.part'), 'x')
  expect(await removeStaleTempFiles(waiting, new Date('2026-01-02T00:00:00Z'))).toBe(1)
  expect((await readdir(waiting)).sort()).toEqual(['fresh.part', 'note.txt'])
})
