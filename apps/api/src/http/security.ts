import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type onRequestAsyncHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { Refusal } from '../refusal.ts'

export interface SecurityOptions {
  https: boolean
  /** Requests a minute from one address, behind which a whole office may sit; 0: any number. */
  rateLimit: number
}

/** Public answers are cheap and a portal may ask for everybody: so many times as fast. */
const publicFactor = 5

/**
 * Headers every answer carries, and `app.steady` and `app.publicSteady`: hooks that hold one
 * address to its number of requests a minute, each by a count of its own. Scopes without one
 * (probes, pages, static files) are open at any speed.
 */
export const security = fp(async (app: FastifyInstance, options: SecurityOptions) => {
  const { https, rateLimit: perMinute } = options
  const told = await headersBy({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library sets style attributes; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  const headers = { ...told, 'permissions-policy': unusedFeatures }
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  if (perMinute === 0) {
    app.decorate('steady', unlimited)
    app.decorate('publicSteady', unlimited)
    return
  }
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('rate-limited', { retryAfter: ttl / 1000 }),
  })
  app.decorate('steady', app.rateLimit())
  app.decorate('publicSteady', app.rateLimit({ max: perMinute * publicFactor }))
})

/** What the library sets, by these options the same on every answer: worked out once. */
async function headersBy(options: FastifyHelmetOptions): Promise<Record<string, string>> {
  const app = Fastify()
  await app.register(helmet, options)
  app.get('/', async (_request, reply) => reply.raw.getHeaders())
  const answer = await app.inject('/')
  await app.close()
  return answer.json()
}

/** What of a computer the screens never ask for, and nothing they show may. */
const unusedFeatures =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()'

const unlimited = async () => {}

declare module 'fastify' {
  interface FastifyInstance {
    steady: onRequestAsyncHookHandler
    publicSteady: onRequestAsyncHookHandler
  }
}
