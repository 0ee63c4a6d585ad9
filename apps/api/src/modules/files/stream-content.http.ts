import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { contentDisposition } from '../../files/file-name.ts'
import type { FileStore } from '../../files/file-store.ts'
import { matchesTag } from '../../http/entity-tag.ts'
import { Refusal } from '../../refusal.ts'
import { readRange } from './byte-range.ts'

/** What of a file its bytes are sent with. */
export interface ContentFile {
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
}

/** Shown in the page; everything else is saved. */
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg'])

/**
 * Sends a file's bytes, or the part a `Range` asks for, never as anything that could run. The
 * caller has decided that they may be read, and how long they may be kept (`Cache-Control`).
 * @throws FileMissing, FileStoreDown; Refusal `range-not-satisfiable`
 */
export async function streamContent(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ContentFile,
  store: FileStore,
): Promise<FastifyReply> {
  const tag = `"${file.sha256}"`
  if (matchesTag(request.headers['if-none-match'], tag))
    return reply.code(304).header('ETag', tag).send()

  const condition = request.headers['if-range']
  const isHead = request.method === 'HEAD'
  // A range is defined for GET alone (RFC 9110, 14.2).
  const mayAsk = !isHead && (condition === undefined || condition === tag)
  const range = readRange(mayAsk ? request.headers.range : undefined, file.size)
  if (range === 'unsatisfiable') {
    reply.header('Content-Range', `bytes */${file.size}`)
    throw new Refusal('range-not-satisfiable')
  }
  const bytes = isHead ? Readable.from([]) : await store.open(file.sha256, range ?? undefined)

  if (range) {
    reply.code(206).header('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`)
  }
  // A sandbox blanks a browser's own PDF reader; everything else is held in one.
  if (file.mediaType === 'application/pdf') reply.header('Content-Security-Policy', pdfPolicy)
  else reply.header('Content-Security-Policy', "default-src 'none'; sandbox")
  const disposition = shown.has(file.mediaType) ? 'inline' : 'attachment'
  return reply
    .header('ETag', tag)
    .header('Accept-Ranges', 'bytes')
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Disposition', contentDisposition(file.name, disposition))
    .header('Content-Length', range ? range.end - range.start + 1 : file.size)
    .type(file.mediaType)
    .send(bytes)
}

const pdfPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
