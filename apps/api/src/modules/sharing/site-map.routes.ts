import { SiteMapQuery } from '@dunghan/contract'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { siteMapService } from './site-map.service.ts'

const hidden = { schema: { hide: true, operationId: 'getSiteMap' } }

/** Where search engines may go, and what there is. */
export const siteMapRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const siteMap = siteMapService(deps)

  app.get('/robots.txt', hidden, async (_request, reply) =>
    lasting(reply).type('text/plain; charset=utf-8').send(siteMap.robots()),
  )
  app.get('/sitemap.xml', hidden, async (_request, reply) => xml(reply, await siteMap.index()))
  app.get('/sitemap-pages.xml', hidden, async (_request, reply) =>
    xml(reply, await siteMap.pages()),
  )
  app.get(
    '/sitemap-tasks.xml',
    { schema: { hide: true, operationId: 'getSiteMap', querystring: SiteMapQuery } },
    async (request, reply) => xml(reply, await siteMap.tasks(request.query.after)),
  )
}

const lasting = (reply: FastifyReply) => reply.header('Cache-Control', 'public, max-age=3600')
const xml = (reply: FastifyReply, text: string) =>
  lasting(reply).type('application/xml; charset=utf-8').send(text)
