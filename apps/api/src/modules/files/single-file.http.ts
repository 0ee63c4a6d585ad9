import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { ReceivedFile } from '../../files/receive-file.ts'
import { Refusal, type RefusalReason } from '../../refusal.ts'
import type { Upload } from './files.service.ts'

interface Receiver {
  /** Takes the bytes in, or throws and leaves nothing. */
  receive(stream: Readable): Promise<ReceivedFile>
  discard(file: ReceivedFile): Promise<void>
}

/**
 * The one file of a multipart request, in its field `file`. Reads the request to its end, so that
 * a second file or any other field is met before the first is kept.
 * @param maxBytes the parser stops a file just beyond it
 * @throws Refusal `invalid-request` naming the field at fault
 */
export async function receiveSingleFile(
  request: FastifyRequest,
  maxBytes: number,
  { receive, discard }: Receiver,
): Promise<Upload> {
  if (!request.isMultipart()) throw refusal('not-multipart')
  let upload: Upload | null = null
  try {
    for await (const part of arrivingParts(request, maxBytes)) {
      // A part may come without the name of its field.
      const field: string | undefined = part.fieldname
      if (field !== 'file') throw unexpectedField(field ?? '')
      if (part.type !== 'file') throw refusal('file-missing')
      if (upload) throw refusal('one-file-only')
      // A part with a media type is a file even when it gives no name.
      const name: string | undefined = part.filename
      upload = { ...(await receive(part.file)), name: name ?? '' }
    }
  } catch (error) {
    if (upload) await discard(upload)
    // What still comes is let pass by, so that the sender gets to read the answer.
    request.raw.unpipe().resume()
    throw error
  }
  if (!upload) throw refusal('file-missing')
  return upload
}

/** The parts as they come; a form that cannot be read, and nothing else, becomes a refusal. */
async function* arrivingParts(request: FastifyRequest, maxBytes: number) {
  try {
    yield* request.parts({ limits: { fileSize: maxBytes + 1 } })
  } catch {
    throw refusal('upload-interrupted')
  }
}

function refusal(reason: RefusalReason): Refusal {
  return new Refusal('invalid-request', { pointer: '/file', reason })
}

function unexpectedField(name: string): Refusal {
  const pointer = `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
  return new Refusal('invalid-request', { pointer, reason: 'unexpected-field' })
}
