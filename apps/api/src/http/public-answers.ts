import { hash } from 'node:crypto'
import cors from '@fastify/cors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Refusal } from '../refusal.ts'
import { matchesTag } from './entity-tag.ts'
import { keepAnswer } from './hot-answers.ts'

/**
 * What holds for every answer anyone may read: any site may ask (without cookies), a cache may keep
 * it but asks again each time, and to one that has it already the answer is 304.
 */
export const publicAnswers = fp(async (scope: FastifyInstance) => {
  await scope.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'OPTIONS'],
    exposedHeaders: [
      'ETag',
      'X-Request-Id',
      'X-Row-Count',
      'Content-Disposition',
      'Content-Range',
      'Retry-After',
    ],
    maxAge: 86_400,
    // One that only asks what may be done is no mistake.
    strictPreflight: false,
  })
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin')
    // Labels and problems are in the language asked for.
    reply.header('Vary', 'Accept-Language')
  })
  scope.addHook('onSend', (request, reply, payload, done) => {
    done(null, tagged(request, reply, payload))
  })
  // Without its own, an address nobody serves would be answered outside this scope, without CORS.
  scope.setNotFoundHandler(async () => {
    throw new Refusal('not-found')
  })
})

const askedAgain = 'public, max-age=0, must-revalidate'

function tagged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const whole =
    reply.statusCode === 200 && (typeof payload === 'string' || Buffer.isBuffer(payload))
  // What is none to be kept may take its reader minutes: nobody else waits for that.
  if (!whole) keepAnswer(request, null)
  if (reply.statusCode >= 400) return payload
  const ownLifetime = reply.hasHeader('Cache-Control')
  if (!ownLifetime) {
    reply.header('Cache-Control', askedAgain)
  }
  if (reply.statusCode !== 200) return payload
  // nginx keeps nothing that is stale at once, unless it is told of an instant long past.
  if (reply.getHeader('Cache-Control') === askedAgain) reply.header('X-Accel-Expires', '@1')
  if (!whole) return payload
  const given = reply.getHeader('ETag')
  const tag = typeof given === 'string' ? given : `W/"${hash('sha1', payload, 'base64url')}"`
  reply.header('ETag', tag)
  // What sets its own lifetime is kept by whoever asked, as long as that says.
  keepAnswer(request, ownLifetime ? null : { reply, payload })
  if (!matchesTag(request.headers['if-none-match'], tag)) return payload
  reply.code(304).removeHeader('Content-Type').removeHeader('Content-Length')
  return ''
}
