import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { FileStoreDown } from '../../src/files/file-store.ts'
import { receiveFile } from '../../src/files/receive-file.ts'
import { tempFolder } from './temp-folder.ts'

const chunks = Array.from({ length: 40 }, () => randomBytes(10_000))
const whole = Buffer.concat(chunks)

test('the bytes arrive whole, counted and hashed, in a private file', async () => {
  const tempDir = await tempFolder()
  const received = await receiveFile(Readable.from(chunks), { tempDir, maxBytes: whole.length })
  expect(received.size).toBe(whole.length)
  expect(received.sha256).toBe(createHash('sha256').update(whole).digest('hex'))
  expect((await readFile(received.tempPath)).equals(whole)).toBe(true)
  expect((await stat(received.tempPath)).mode & 0o077).toBe(0)
})

async function expectRefused(makeStream: () => Readable, code: string, maxBytes = 1e6) {
  const tempDir = await tempFolder()
  const stream = makeStream()
  await expect(receiveFile(stream, { tempDir, maxBytes })).rejects.toMatchObject({ code })
  expect(await readdir(tempDir)).toEqual([])
  expect(stream.destroyed).toBe(true)
}

test('one byte too many', async () => {
  await expectRefused(() => Readable.from(chunks), 'file-too-large', whole.length - 1)
})

test('a stream without end is not read to its end', async () => {
  let read = 0
  const endless = new Readable({
    read() {
      read += 1
      this.push(Buffer.alloc(64 << 10))
    },
  })
  await expectRefused(() => endless, 'file-too-large', 1 << 20)
  expect(read).toBeLessThan(40)
})

test('a stream its parser cut at the limit', async () => {
  const cut = Object.assign(Readable.from(chunks), { truncated: true })
  await expectRefused(() => cut, 'file-too-large')
})

test('nothing', async () => {
  await expectRefused(() => Readable.from([]), 'file-empty')
  await expectRefused(() => Readable.from([Buffer.alloc(0)]), 'file-empty')
})

test.each([
  ['fails', new Error('the line broke')],
  ['closes early', undefined],
])('a stream that %s, whether read yet or not', async (_, error) => {
  for (const later of [setImmediate, (act: () => void) => setTimeout(act, 20), process.nextTick]) {
    const begun = () => {
      const stream = new PassThrough()
      stream.write(chunks[0])
      later(() => stream.destroy(error))
      return stream
    }
    await expectRefused(begun, 'upload-interrupted')
  }
})

test('a stream that was closed before', async () => {
  await expectRefused(() => new PassThrough().destroy(), 'upload-interrupted')
})

test('a disk that fails is not the upload’s fault', async () => {
  const tempDir = `${await tempFolder()}/gone`
  const stream = Readable.from(chunks)
  await expect(receiveFile(stream, { tempDir, maxBytes: 1e6 })).rejects.toThrow(FileStoreDown)
  expect(stream.destroyed).toBe(true)
})

test('a disk that is nearly full when only some has come', async () => {
  const tempDir = await tempFolder()
  let asked = 0
  const hasRoom = () => ++asked < 2
  const receiving = receiveFile(Readable.from(chunks), { tempDir, maxBytes: 1e6, hasRoom })
  await expect(receiving).rejects.toBeInstanceOf(FileStoreDown)
  expect(asked).toBe(2)
  expect(await readdir(tempDir)).toEqual([])
})
