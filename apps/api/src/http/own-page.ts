import type { FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

/**
 * A hook for calls whose right is a cookie: refuses what the browser says another site, or another
 * host of the same site, made it send. Programs say nothing of the kind and are let through; they
 * have no cookie that somebody else could make use of.
 * @throws Refusal `forbidden`
 */
export function fromOwnPage(publicUrl: string) {
  // None while the document of the routes is written, which names no host.
  const ownOrigin = URL.parse(publicUrl)?.origin
  return async ({ headers }: FastifyRequest): Promise<void> => {
    const site = headers['sec-fetch-site']
    if (site !== undefined) {
      if (site !== 'same-origin' && site !== 'none') throw new Refusal('forbidden')
      return
    }
    const { origin, host } = headers
    if (origin === undefined || origin === ownOrigin) return
    if (URL.parse(origin)?.host !== host) throw new Refusal('forbidden')
  }
}
