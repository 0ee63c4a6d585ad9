import { hash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { registerProcess } from '../metrics/process.ts'
import { registerStanding } from '../metrics/standing.ts'
import { Refusal } from '../refusal.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** What a proxy adds: who asked is then not who is connected. */
const traces = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/**
 * `/metrics`, in the text format of Prometheus. With `METRICS_TOKEN` for whoever bears it; without,
 * for who asks from this very machine and not through a proxy. To all others it is not there.
 */
export async function metricsRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const { metricsToken } = deps.config
  const { registry } = deps.metrics
  const askStanding = registerStanding(registry, deps)
  const stop = registerProcess(registry)
  app.addHook('onClose', async () => stop())

  app.get(
    '/metrics',
    { schema: { hide: true, operationId: 'getMetrics' } },
    async (request, reply) => {
      if (metricsToken === undefined) {
        if (!isFromHere(request)) throw new Refusal('not-found')
      } else if (!bears(request, metricsToken)) {
        throw new Refusal('unauthenticated')
      }
      await askStanding()
      reply.header('Cache-Control', 'no-store').type(registry.contentType)
      return registry.metrics()
    },
  )
}

function isFromHere({ raw, headers }: FastifyRequest): boolean {
  if (traces.some((name) => headers[name] !== undefined)) return false
  const address = raw.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  return isIP(address) !== 0 && loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

function bears({ headers }: FastifyRequest, token: string): boolean {
  const given = /^bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  const digest = (text: string) => hash('sha256', text, 'buffer')
  return timingSafeEqual(digest(given), digest(token))
}
