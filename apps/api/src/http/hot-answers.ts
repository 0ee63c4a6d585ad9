import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Metrics } from '../metrics/metrics.ts'
import type { Answer, Found, KeptAnswers } from './kept-answers.ts'
import { languageOf } from './language.ts'

export interface HotAnswersOptions {
  kept: KeptAnswers
  metrics: Metrics
}

/** Headers that say something of the answer itself; the others every reply gets anew. */
const ofAnswer = ['content-type', 'etag', 'last-modified', 'cache-control']

/** What is due to those who wait for this very request's answer. */
const due = new WeakMap<FastifyRequest, Extract<Found, { settle: unknown }>['settle']>()

/**
 * Answers of this scope come from those kept, as long as they hold. After what counts requests, so
 * that they are counted all the same; before anything of the request is looked at but what the
 * answer depends on: its address and its language.
 */
export const hotAnswers = fp(async (scope: FastifyInstance, options: HotAnswersOptions) => {
  const { kept, metrics } = options
  scope.addHook('onRequest', (request, reply, done) => {
    const key = keyOf(request)
    if (key === null) return done()
    const answer = (found: Found) => {
      metrics.publicAnswerFound('answer' in found)
      if ('answer' in found) return reply.headers(found.answer.headers).send(found.answer.body)
      due.set(request, found.settle)
      done()
    }
    kept.find(key).then(answer, done)
  })
  // Whatever became of it, nobody waits for ever.
  scope.addHook('onResponse', (request, _reply, done) => {
    keepAnswer(request, null)
    done()
  })
})

/** Says what the request's answer is, to be kept and to those who wait for it; null when it is none. */
export function keepAnswer(
  request: FastifyRequest,
  answer: { reply: FastifyReply; payload: string | Buffer } | null,
): void {
  const settle = due.get(request)
  if (!settle) return
  due.delete(request)
  settle(answer && { headers: headersOf(answer.reply), body: Buffer.from(answer.payload) })
}

const headersOf = (reply: FastifyReply): Answer['headers'] =>
  Object.fromEntries(
    ofAnswer.flatMap((name) => {
      const value = reply.getHeader(name)
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )

/** All that an answer follows from; null for what is not kept. */
function keyOf(request: FastifyRequest): string | null {
  const { method, url, routeOptions } = request
  if (method !== 'GET') return null
  // A query that no route reads would make many of one.
  const { querystring } = (routeOptions.schema ?? {}) as { querystring?: unknown }
  if (!querystring && url.includes('?')) return null
  return `${languageOf(request)} ${url}`
}
