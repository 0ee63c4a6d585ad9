import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LogController } from 'fastify'
import fp from 'fastify-plugin'
import type { Metrics } from '../metrics/metrics.ts'
import { type CurrentOperation, currentOperation } from '../operation.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request is an instance of: an operation's id, or a word for what has none. */
    operation: CurrentOperation
    /** The name of the problem it is answered with. */
    problem: string | null
  }
}

/** As a server notes a client that went away before there was an answer. */
const clientGone = 499

/** Asked every few seconds by machines, or once for every picture of a page. */
const quiet = new Set(['getLife', 'getReadiness', 'getMetrics', 'file'])

/**
 * Sees every request to its end: counted and timed for the metrics, one line in the log, and known
 * by its operation to whatever is done on its behalf (`currentOperation`).
 */
export const watchRequests = fp(async (app: FastifyInstance, { metrics }: { metrics: Metrics }) => {
  app.decorateRequest('operation')
  app.decorateRequest('problem', null)

  app.addHook('onRequest', (request, reply, done) => {
    const began = performance.now()
    const operation = operationOf(request)
    request.operation = { operation, requestId: request.id }
    metrics.requestBegan()
    // Not `onResponse`, which is not called when the line breaks.
    reply.raw.once('close', () => {
      const { method, problem } = request
      const status = reply.raw.headersSent ? reply.statusCode : clientGone
      const ms = performance.now() - began
      metrics.requestEnded({ operation, method, status, ms, problem })
      const line = { operation, method, status, ms: Math.round(ms * 10) / 10 }
      const level = quiet.has(operation) ? 'debug' : 'info'
      request.log[level](problem ? { ...line, problem } : line, 'request')
    })
    currentOperation.run(request.operation, done)
  })
  // A body is read on behalf of the connection; what follows is the request's again.
  app.addHook('preValidation', (request, _reply, done) => {
    currentOperation.run(request.operation, done)
  })
})

function operationOf(request: FastifyRequest): string {
  const { schema } = request.routeOptions
  const { operationId } = (schema ?? {}) as { operationId?: string }
  if (operationId) return operationId
  return request.is404 ? 'page' : 'file'
}

/** Of the framework's own lines only those about faults: each request has its line from here. */
export class FaultsAlone extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'requestId' })
  }
  override incomingRequest() {}
  override requestCompleted() {}
  override routeNotFound() {}
  override streamError(...given: Parameters<LogController['streamError']>) {
    const [error] = given
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      super.streamError(...given)
    }
  }
}
