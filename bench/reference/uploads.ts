import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance } from 'fastify'

/** The body as it comes, to the disk, with its hash. */
export function uploads(app: FastifyInstance, folder: string): void {
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
    done(null, payload)
  })
  app.post('/upload', async (request) => {
    const hash = createHash('sha256')
    const hashing = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    const path = join(folder, randomUUID())
    await pipeline(request.raw, hashing, createWriteStream(path, { flush: true }))
    return { sha256: hash.digest('hex') }
  })
}
