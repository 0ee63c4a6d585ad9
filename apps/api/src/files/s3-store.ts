import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import {
  assertSha256,
  FileMissing,
  type FileStore,
  FileStoreDown,
  type StoredFile,
  type StoredRange,
} from './file-store.ts'
import { createS3Client } from './s3-client.ts'
import { S3Failure } from './s3-failure.ts'
import type { S3Location } from './s3-location.ts'
import { sendObject } from './send-object.ts'
import { unlessStalled } from './unless-stalled.ts'

/** How long the store may take to begin an answer: one that is gone must be known within 2 s. */
const answerMs = 1_500
/** A page of a list has a thousand names, and no request waits for it. */
const pageMs = 20_000
/** How long bytes that are waited for may not come. */
const stallMs = 10_000
/** A store that can be read is asked this often whether it can be written too. */
const writtenForMs = 10 * 60_000

/**
 * A file store in a bucket of an S3-compatible server: `<prefix>ab/cd/<sha256>`, named as in a
 * folder store. An object appears whole or not at all, and its content is checked twice against
 * its name: here as it is read, and by the server, since the name is what signs it. The key needs
 * the rights to list the bucket and to get, put and delete its objects.
 */
export function createS3Store(location: S3Location): FileStore {
  const { bucket: Bucket, prefix } = location
  const client = createS3Client(location)
  let writtenAt = Number.NEGATIVE_INFINITY

  function keyOf(sha256: string): string {
    assertSha256(sha256)
    return `${prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  }

  const sizeOf = async (Key: string): Promise<number | undefined> => {
    const command = new HeadObjectCommand({ Bucket, Key })
    return (await withinMs(answerMs, (abortSignal) => client.send(command, { abortSignal })))
      .ContentLength
  }

  async function ping(): Promise<void> {
    try {
      await withinMs(answerMs, async (abortSignal) => {
        const listing = new ListObjectsV2Command({ Bucket, Prefix: prefix, MaxKeys: 1 })
        await client.send(listing, { abortSignal })
        if (performance.now() - writtenAt < writtenForMs) return
        const writing = new PutObjectCommand({ Bucket, Key: `${prefix}ready`, Body: 'ready' })
        await client.send(writing, { abortSignal })
        writtenAt = performance.now()
      })
    } catch (error) {
      throw new FileStoreDown(error)
    }
  }

  /** A file gone from a bucket that is there is an answer; anything else is an outage. */
  async function mustBeMissing(error: unknown): Promise<void> {
    if (!(error instanceof S3Failure && error.missing)) throw new FileStoreDown(error)
    await ping()
  }

  return {
    ping,

    async put(tempPath, sha256) {
      const Key = keyOf(sha256)
      try {
        // A store that is gone must be known before much is sent there.
        await sizeOf(Key).catch(passIfMissing)
        const size = await sendObject(client, { Bucket, Key, tempPath, sha256, stallMs })
        const kept = await sizeOf(Key)
        if (kept !== size) throw new Error(`kept ${kept} bytes of ${size}`)
        writtenAt = performance.now()
        await rm(tempPath, { force: true })
      } catch (error) {
        writtenAt = Number.NEGATIVE_INFINITY
        throw new FileStoreDown(error)
      }
    },

    async open(sha256, range) {
      const command = new GetObjectCommand({ Bucket, Key: keyOf(sha256), Range: rangeOf(range) })
      try {
        const { Body } = await withinMs(answerMs, (abortSignal) =>
          client.send(command, { abortSignal }),
        )
        if (!(Body instanceof Readable)) throw new Error('an answer without a body')
        return unlessStalled(Body, stallMs)
      } catch (error) {
        await mustBeMissing(error)
        throw new FileMissing(sha256)
      }
    },

    async stat(sha256) {
      const Key = keyOf(sha256)
      try {
        const size = await sizeOf(Key)
        if (size === undefined) throw new Error('an answer without a size')
        return { size }
      } catch (error) {
        await mustBeMissing(error)
        return null
      }
    },

    async delete(sha256) {
      const command = new DeleteObjectCommand({ Bucket, Key: keyOf(sha256) })
      try {
        await withinMs(answerMs, (abortSignal) => client.send(command, { abortSignal }))
      } catch (error) {
        await mustBeMissing(error)
      }
    },

    list: () => listObjects(client, location),
  }
}

async function* listObjects(
  client: S3Client,
  { bucket: Bucket, prefix: Prefix }: S3Location,
): AsyncGenerator<StoredFile> {
  let ContinuationToken: string | undefined
  do {
    const command = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken })
    const page = await withinMs(pageMs, (abortSignal) =>
      client.send(command, { abortSignal }),
    ).catch((error) => {
      throw new FileStoreDown(error)
    })
    for (const { Key = '', Size, LastModified } of page.Contents ?? []) {
      const sha256 = hashIn(Key.slice(Prefix.length))
      if (sha256 && Size !== undefined && LastModified)
        yield { sha256, size: Size, storedAt: LastModified }
    }
    ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (ContinuationToken !== undefined)
}

/** The hash a key names, when it is a key of ours. */
const hashIn = (key: string) => /^([0-9a-f]{2})\/([0-9a-f]{2})\/(\1\2[0-9a-f]{60})$/.exec(key)?.[3]

const rangeOf = (range: StoredRange | undefined) =>
  range && `bytes=${range.start}-${range.end ?? ''}`

function passIfMissing(error: unknown): void {
  if (!(error instanceof S3Failure && error.missing)) throw error
}

/** Gives up on a call after a time. @throws S3Failure */
async function withinMs<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(new Error(`no answer within ${ms} ms`)), ms)
  try {
    return await call(giveUp.signal)
  } catch (error) {
    throw new S3Failure(giveUp.signal.aborted ? giveUp.signal.reason : error)
  } finally {
    clearTimeout(timer)
  }
}
