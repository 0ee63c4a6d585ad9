import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { pino } from 'pino'

/** Never written, wherever in a line they stand. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'currentPassword',
  'newPassword',
  'oneTimePassword',
  'accessToken',
]
const paths = [
  ...secrets,
  ...secrets.map((name) => `*.${name}`),
  ...secrets.map((name) => `*.*.${name}`),
]

/**
 * JSON lines on standard output. A request is known by its id, its method and its route: neither
 * addresses, nor queries, which hold what people looked for, nor bodies.
 */
export function createLogger(level: string): FastifyBaseLogger {
  return pino({
    level,
    redact: { paths: [...paths, '*["set-cookie"]', '*.*["set-cookie"]'], censor: '…' },
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        path: request.url?.split('?')[0],
      }),
      res: (reply: FastifyReply) => ({ statusCode: reply.statusCode }),
      err: pino.stdSerializers.err,
    },
  })
}
