import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { S3Failure } from './s3-failure.ts'

export interface SentObject {
  Bucket: string
  Key: string
  /** A finished file whose content has this hash. */
  tempPath: string
  sha256: string
  /** How long the server may take nothing, or not answer once it has all. */
  stallMs: number
}

/**
 * Puts a file as one object, a chunk in memory at a time. The hash signs the request, so a server
 * that verifies signatures takes no other content; a file that is no longer what it was breaks off
 * before its end, and nothing is kept. @returns its size in bytes @throws S3Failure
 */
export async function sendObject(client: S3Client, sent: SentObject): Promise<number> {
  const { Bucket, Key, tempPath, sha256, stallMs } = sent
  const { size } = await stat(tempPath)
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(new Error(`stopped for ${stallMs} ms`)), stallMs)
  let broken: unknown

  async function* bytes(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    try {
      let held: Buffer | undefined
      for await (const chunk of createReadStream(tempPath) as AsyncIterable<Buffer>) {
        timer.refresh()
        hash.update(chunk)
        if (held) yield held
        held = chunk
      }
      if (hash.digest('hex') !== sha256) throw new Error('the content is not what its name says')
      if (held) yield held
      timer.refresh()
    } catch (error) {
      broken = error
      giveUp.abort(error)
      throw error
    }
  }

  const body = Readable.from(bytes(), { objectMode: false })
  // Told by giving up; unheard, its event would end the process.
  body.on('error', () => {})
  const command = new PutObjectCommand({
    Bucket,
    Key,
    Body: body,
    ContentLength: size,
    ContentType: 'application/octet-stream',
  })
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> }
      headers['x-amz-content-sha256'] = sha256
      return next(args)
    },
    { step: 'build' },
  )
  try {
    await client.send(command, { abortSignal: giveUp.signal })
    return size
  } catch (error) {
    throw new S3Failure(broken ?? (giveUp.signal.aborted ? giveUp.signal.reason : error))
  } finally {
    clearTimeout(timer)
  }
}
