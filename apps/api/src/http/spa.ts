import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { DescribePage, PageHead } from '../page-head.ts'
import { Refusal } from '../refusal.ts'
import { matchesTag } from './entity-tag.ts'
import { headElements } from './head-elements.ts'
import { languageOf } from './language.ts'

export interface SpaOptions {
  webDir?: string | undefined
  /** Who knows what a page is about; null for one that is not anybody's to read. */
  describe?: DescribePage | undefined
}

/** Addresses that are the server's own: what is unknown below them is not a page of the screens. */
const ownAddress = /^\/(api|problems|assets|nhung|healthz|readyz|metrics)(\/|$)/

/** What anyone may read: told to programs too, which preview a link and ask for anything. */
const publicAddress = /^\/($|cong-khai\/)/

/** What of the built page is in place of a page's own words: between these two comments. */
const placeholder = /<!-- page -->[\s\S]*<!-- \/page -->/

/**
 * Serves the built screens: files whose name carries their hash for ever, everything else asked
 * for anew. An address the server does not know is a page of the screens when a browser navigates
 * to it, and 404 otherwise; without `webDir` always 404. A page anyone may read comes with its own
 * title, description and preview; to an address that asks too fast, without.
 */
export const spa = fp(async (app: FastifyInstance, { webDir, describe }: SpaOptions) => {
  if (webDir === undefined) {
    app.setNotFoundHandler(async () => {
      throw new Refusal('not-found')
    })
    return
  }
  await app.register(fastifyStatic, {
    root: webDir,
    // One route for each file there is: nothing else ever reaches the disk.
    wildcard: false,
    // The page itself is written for each address.
    index: false,
    globIgnore: ['index.html*'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('Cache-Control', keepFor(path, webDir)),
  })
  const built = readFileSync(join(webDir, 'index.html'), 'utf8')

  app.setNotFoundHandler(async (request, reply) => {
    if (!isPage(request)) throw new Refusal('not-found')
    const head = await headOf(request, reply)
    return sendPage(request, reply, built, head)
  })

  async function headOf(request: FastifyRequest, reply: FastifyReply): Promise<PageHead | null> {
    // After a host of its own: else `//` and what follows would be taken for one.
    const asked = URL.parse(`http://here.invalid${request.url}`)
    if (!describe || !asked || !publicAddress.test(asked.pathname)) return null
    try {
      // A page is open at any speed; the database is not.
      await app.publicSteady.call(app, request, reply)
      return await describe(asked.pathname, asked.searchParams, languageOf(request))
    } catch (error) {
      // The page itself says what is wrong, once it asks for what it shows.
      if (!isTooFast(error)) request.log.warn({ err: error }, 'page not described')
      return null
    }
  }
})

const isTooFast = (error: unknown) => error instanceof Refusal && error.problem === 'rate-limited'

function keepFor(path: string, webDir: string): string {
  return path.startsWith(join(webDir, 'assets'))
    ? 'public, max-age=31536000, immutable'
    : 'no-cache'
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const path = url.split('?')[0] ?? url
  const { accept = '*/*' } = headers
  if (accept.includes('text/html')) return !ownAddress.test(path)
  return publicAddress.test(path) && accept.includes('*/*')
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  built: string,
  head: PageHead | null,
) {
  const language = languageOf(request)
  const page = head
    ? built
        .replace(placeholder, () => headElements(head, language))
        .replace('<html lang="vi">', `<html lang="${language}">`)
    : built
  const tag = `W/"${hash('sha1', page, 'base64url')}"`
  reply
    .header('Cache-Control', 'no-cache')
    .header('Vary', 'Accept, Accept-Language')
    .header('ETag', tag)
  if (head?.missing) reply.code(404)
  else if (matchesTag(request.headers['if-none-match'], tag)) return reply.code(304).send()
  else reply.code(200)
  return reply.type('text/html; charset=utf-8').send(page)
}
