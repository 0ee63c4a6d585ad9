import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Refusal } from '../refusal.ts'

/** Addresses that are the server's own: what is unknown below them is not a page of the screens. */
const ownAddress = /^\/(api|problems|assets|healthz|readyz|metrics)(\/|$)/

/**
 * Serves the built screens: files whose name carries their hash for ever, everything else asked
 * for anew. An address the server does not know is a page of the screens when a browser navigates
 * to it, and 404 otherwise; without `webDir` always 404.
 */
export const spa = fp(async (app: FastifyInstance, { webDir }: { webDir?: string | undefined }) => {
  if (webDir !== undefined) {
    await app.register(fastifyStatic, {
      root: webDir,
      // One route for each file there is: nothing else ever reaches the disk.
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('Cache-Control', keepFor(path, webDir)),
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (webDir !== undefined && isNavigation(request)) return sendIndex(reply)
    throw new Refusal('not-found')
  })
})

function keepFor(path: string, webDir: string): string {
  return path.startsWith(join(webDir, 'assets'))
    ? 'public, max-age=31536000, immutable'
    : 'no-cache'
}

function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const reads = method === 'GET' || method === 'HEAD'
  return reads && (headers.accept ?? '').includes('text/html') && !ownAddress.test(pathOf(url))
}

const pathOf = (url: string) => url.split('?')[0] ?? url

function sendIndex(reply: FastifyReply) {
  return reply.code(200).sendFile('index.html')
}
