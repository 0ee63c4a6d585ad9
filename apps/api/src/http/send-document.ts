import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { DocumentFile } from '../documents/document-file.ts'
import { contentDisposition } from '../files/file-name.ts'

/**
 * Sends a document to be saved. One that is written as it is read goes out as it is written: what
 * fails on the way ends the connection, and as its length was never said, what came by then is not
 * taken for the whole. Who goes away ends the writing. `HEAD` tells the headers and has nothing
 * written.
 */
export function sendDocument(reply: FastifyReply, file: DocumentFile): FastifyReply {
  const { name, mediaType, content, rowCount } = file
  if (rowCount !== undefined) reply.header('X-Row-Count', rowCount)
  reply
    .header('Content-Disposition', contentDisposition(name, 'attachment'))
    .header('X-Content-Type-Options', 'nosniff')
    .type(mediaType)
  if (typeof content !== 'function') return reply.send(content)
  return reply.send(reply.request.method === 'HEAD' ? Readable.from([]) : content())
}
