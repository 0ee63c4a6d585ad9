import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { type DestinationStream, pino } from 'pino'
import { loggedError } from './log-error.ts'

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
 * JSON lines, on standard output. A request is known by its id and its operation: neither
 * addresses nor queries, which hold what people looked for, nor bodies; an error by what it is and
 * where it was thrown.
 */
export function createLogger(level: string, to?: DestinationStream): FastifyBaseLogger {
  const options = {
    level,
    redact: { paths: [...paths, '*["set-cookie"]', '*.*["set-cookie"]'], censor: '…' },
    serializers: {
      req: ({ method, operation }: FastifyRequest) => ({ method, ...operation }),
      res: (reply: FastifyReply) => ({ statusCode: reply.statusCode }),
      err: (error: unknown) => loggedError(error),
    },
  }
  return to ? pino(options, to) : pino(options)
}
