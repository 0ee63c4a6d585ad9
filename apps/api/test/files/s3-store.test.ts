import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { FileStoreDown } from '../../src/files/file-store.ts'
import { S3Failure } from '../../src/files/s3-failure.ts'
import type { S3Location } from '../../src/files/s3-location.ts'
import { createS3Store } from '../../src/files/s3-store.ts'
import { unlessStalled } from '../../src/files/unless-stalled.ts'
import { ownPlace } from '../support/s3.ts'
import { filesFor, hashOf, listed, throughWire } from './stores.ts'

/* What a bucket alone does; `file-store.test.ts` has what every store does. */

const failureOf = (work: Promise<unknown>): Promise<S3Failure> =>
  work.then(
    () => Promise.reject(new Error('it went well')),
    (error: FileStoreDown) => {
      expect(error).toBeInstanceOf(FileStoreDown)
      expect(error.cause).toBeInstanceOf(S3Failure)
      return error.cause as S3Failure
    },
  )

/** A place on a server of one's own. */
async function placeAt(answer: Parameters<typeof createServer>[1]): Promise<S3Location> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { ...ownPlace(), endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('two places in one bucket do not see each other', async () => {
  const [one, other] = [createS3Store(ownPlace()), createS3Store(ownPlace())]
  const sha256 = await (await filesFor(one)).put('một')
  expect(await other.stat(sha256)).toBeNull()
  expect(await listed(other)).toEqual([])
})

test('a list goes on over pages', async () => {
  const store = createS3Store(ownPlace())
  const { put } = await filesFor(store)
  const names = Array.from({ length: 1_100 }, (_, at) => `file ${at}`)
  for (let at = 0; at < names.length; at += 50) {
    await Promise.all(names.slice(at, at + 50).map((name) => put(name)))
  }
  const files = await listed(store)
  expect(new Set(files.map(({ sha256 }) => sha256))).toEqual(new Set(names.map(hashOf)))
})

test('content that is no longer what its name says is not kept', async () => {
  const store = createS3Store(ownPlace())
  const { incoming } = await filesFor(store)
  const sha256 = hashOf('as it was received')
  await failureOf(store.put(await incoming('as the disk gives it back'), sha256))
  expect(await store.stat(sha256)).toBeNull()
})

test('a server that holds everything back is down, soon', async () => {
  const { location, freeze } = await throughWire(ownPlace())
  const store = createS3Store(location)
  const { put, incoming } = await filesFor(store)
  const sha256 = await put('một')
  freeze()
  const tempPath = await incoming('hai')
  const failures = await Promise.all([
    failureOf(store.ping()),
    failureOf(store.stat(sha256)),
    failureOf(store.open(sha256)),
    failureOf(store.put(tempPath, hashOf('hai'))),
  ])
  for (const { message } of failures) expect(message).toMatch(/^no answer within 1\d00 ms$/)
})

test('a bucket that is not there is no empty store', async () => {
  const store = createS3Store({ ...ownPlace(), bucket: 'another-bucket' })
  const { incoming } = await filesFor(store)
  const sha256 = hashOf('một')
  const tempPath = await incoming('một')
  const failures = await Promise.all([
    failureOf(store.ping()),
    failureOf(store.open(sha256)),
    failureOf(store.stat(sha256)),
    failureOf(store.delete(sha256)),
    failureOf(store.put(tempPath, sha256)),
  ])
  for (const { status, refused } of failures) expect([status, refused]).toEqual([404, true])
})

test('a redirect is not followed', async () => {
  const asked: string[] = []
  const place = await placeAt((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(307, { Location: 'http://169.254.169.254/latest/meta-data/' }).end()
  })
  expect(await failureOf(createS3Store(place).ping())).toMatchObject({ status: 307, refused: true })
  expect(asked).toHaveLength(1)
})

test('what it says of a refusal tells neither keys nor signatures', async () => {
  const place = await placeAt((_request, response) => {
    response.writeHead(403, { 'Content-Type': 'application/xml' }).end(`<?xml version="1.0"?>
      <Error><Code>SignatureDoesNotMatch</Code><Message>Not yours.</Message>
      <AWSAccessKeyId>AKIATEST</AWSAccessKeyId><StringToSign>AWS4-HMAC</StringToSign></Error>`)
  })
  const failure = await failureOf(createS3Store(place).ping())
  expect({ ...failure, message: failure.message }).toEqual({
    name: 'S3Failure',
    code: 'SignatureDoesNotMatch',
    status: 403,
    message: 'Not yours.',
  })
})

test('a download that breaks off fails', async () => {
  let breakOff = () => {}
  const place = await placeAt((_request, response) => {
    response.writeHead(200, { 'Content-Length': 60 }).write('một')
    breakOff = () => response.destroy()
  })
  const read = text(await createS3Store(place).open(hashOf('một')))
  breakOff()
  await expect(read).rejects.toThrow()
})

test('bytes that are waited for in vain are given up on, a slow reader is waited for', async () => {
  const silent = new PassThrough()
  silent.write('một')
  await expect(text(unlessStalled(silent, 20))).rejects.toThrow('no bytes within 20 ms')
  expect(silent.destroyed).toBe(true)

  const read: string[] = []
  for await (const chunk of unlessStalled(Readable.from(['một', 'hai', 'ba']), 400)) {
    read.push(String(chunk))
    if (read.length === 1) await setTimeout(600)
  }
  expect(read.join(' ')).toBe('một hai ba')
})

test('a download nobody reads lets go of its connection', async () => {
  const source = new PassThrough()
  unlessStalled(source, 1_000).destroy()
  await once(source, 'close')
})
