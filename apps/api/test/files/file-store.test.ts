import { readdir, stat } from 'node:fs/promises'
import { buffer, text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { FileMissing, FileStoreDown } from '../../src/files/file-store.ts'
import { filesFor, hashOf, listed, losableBucket, losableFolder } from './stores.ts'

/* What every store of files keeps to, wherever it keeps them. */

describe.each([
  ['a folder', losableFolder],
  ['a bucket', losableBucket],
])('%s', (_name, open) => {
  async function setUp() {
    const losable = await open()
    return { ...losable, ...(await filesFor(losable.store)) }
  }

  test('gives a file back as it went in', async () => {
    const { store, put } = await setUp()
    const sha256 = await put('Công văn số 1298')
    expect(await text(await store.open(sha256))).toBe('Công văn số 1298')
    expect(await store.stat(sha256)).toEqual({ size: Buffer.byteLength('Công văn số 1298') })
  })

  test('gives a large file back as it went in', async () => {
    const { store, put } = await setUp()
    const content = Buffer.alloc(9 << 20, 'Đúng Hạn ')
    const sha256 = await put(content)
    expect(hashOf(await buffer(await store.open(sha256)))).toBe(sha256)
  })

  test('consumes the temporary file it takes in', async () => {
    const { waiting, put } = await setUp()
    await put('một')
    expect(await readdir(waiting)).toEqual([])
  })

  test('keeps the same content once, put anew', async () => {
    const { store, put } = await setUp()
    await put('một')
    const [first] = await listed(store)
    await expect
      .poll(async () => {
        await put('một')
        const [file, ...more] = await listed(store)
        return more.length === 0 && file && first && file.storedAt > first.storedAt
      })
      .toBe(true)
  })

  test('takes the same content from many at once', async () => {
    const { store, put } = await setUp()
    await Promise.all(Array.from({ length: 8 }, () => put('một')))
    expect(await listed(store)).toHaveLength(1)
  })

  test('gives a part, both ends included', async () => {
    const { store, put } = await setUp()
    const sha256 = await put('0123456789')
    expect(await text(await store.open(sha256, { start: 2, end: 4 }))).toBe('234')
    expect(await text(await store.open(sha256, { start: 7, end: null }))).toBe('789')
  })

  test('knows what it has not', async () => {
    const { store } = await setUp()
    const sha256 = hashOf('nowhere')
    await expect(store.open(sha256)).rejects.toThrow(FileMissing)
    expect(await store.stat(sha256)).toBeNull()
    await store.delete(sha256)
  })

  test('forgets a deleted file', async () => {
    const { store, put } = await setUp()
    const sha256 = await put('một')
    await store.delete(sha256)
    expect(await store.stat(sha256)).toBeNull()
  })

  test('takes only a hash for a name', async () => {
    const { store, incoming } = await setUp()
    for (const name of ['../../etc/passwd', 'A'.repeat(64), '', 'ab']) {
      await expect(store.open(name)).rejects.toThrow(TypeError)
      await expect(store.stat(name)).rejects.toThrow(TypeError)
      await expect(store.delete(name)).rejects.toThrow(TypeError)
      await expect(store.put(await incoming('x'), name)).rejects.toThrow(TypeError)
    }
  })

  test('lists every file with its size, and nothing of its own', async () => {
    const { store, put } = await setUp()
    await store.ping()
    const contents = Array.from({ length: 20 }, (_, at) => 'x'.repeat(at + 1))
    for (const content of contents) await put(content)
    const files = await listed(store)
    expect(files.map(({ sha256 }) => sha256).sort()).toEqual(contents.map(hashOf).sort())
    expect(files.find(({ sha256 }) => sha256 === hashOf('xxxxx'))?.size).toBe(5)
  })

  test('is down while it is gone, and back by itself', async () => {
    const { store, incoming, put, lose, find } = await setUp()
    const sha256 = await put('một')
    const tempPath = await incoming('hai')
    await store.ping()
    await lose()

    await expect(store.ping()).rejects.toThrow(FileStoreDown)
    await expect(store.open(sha256)).rejects.toThrow(FileStoreDown)
    await expect(store.stat(sha256)).rejects.toThrow(FileStoreDown)
    await expect(store.delete(sha256)).rejects.toThrow(FileStoreDown)
    await expect(listed(store)).rejects.toThrow(FileStoreDown)
    await expect(store.put(tempPath, hashOf('hai'))).rejects.toThrow(FileStoreDown)
    expect((await stat(tempPath)).isFile()).toBe(true)

    await find()
    await store.ping()
    expect(await text(await store.open(sha256))).toBe('một')
    await store.put(tempPath, hashOf('hai'))
    expect(await text(await store.open(hashOf('hai')))).toBe('hai')
  })
})
