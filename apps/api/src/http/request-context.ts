import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { languageOf } from './language.ts'

/**
 * A request as the services know it.
 * @param clock the composition root's clock; read once, so that one act came at one instant
 * @param content what the request asks for, where that is not its body as it came
 * @throws Refusal `unauthenticated` on a route outside the signed-in scope
 */
export function contextOf(
  request: FastifyRequest,
  clock: () => Date,
  content: unknown = request.body,
): Ctx {
  if (!request.actor) throw new Refusal('unauthenticated')
  return {
    actor: request.actor,
    now: clock(),
    clock,
    requestId: request.id,
    language: languageOf(request),
    idempotency: idempotencyOf(request, content),
  }
}

/**
 * What a `POST` with an `Idempotency-Key` is remembered by; null without one. An upload, whose
 * content is known only once it has come, asks again with it.
 * @throws Refusal `invalid-request` when the key is no key
 */
export function idempotencyOf(request: FastifyRequest, content: unknown): Ctx['idempotency'] {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || typeof key !== 'string') return null
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal('invalid-request', { pointer: '/headers/Idempotency-Key' })
  }
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(content ?? null)}`)
    .digest('hex')
  return { key, requestHash }
}

/**
 * The version a client says it edits (`If-Match`, RFC 9110, 13.1.1).
 * @throws Refusal `precondition-required` without the header, `stale` when it is not one of our versions
 */
export function expectedVersion(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined) throw new Refusal('precondition-required')
  // Whoever compresses an answer on its way marks its tag as weak.
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw new Refusal('stale')
  return Number(version)
}

/** Says in the headers which version the answer shows. */
export function withVersion<T extends { version: number }>(reply: FastifyReply, body: T): T {
  reply.header('ETag', `"${body.version}"`)
  return body
}
