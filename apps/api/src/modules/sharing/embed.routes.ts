import { EmbedQuery } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { languageOf } from '../../http/language.ts'
import { Refusal } from '../../refusal.ts'
import { embedFiguresService, figuresLastMs } from './embed-figures.service.ts'
import { embedPage, embedPolicy, missingEmbedPage } from './embed-page.ts'

/** The one page that other sites may show in a frame. It runs nothing, keeps nothing, asks nothing. */
export const embedRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const figuresOf = embedFiguresService(deps)
  const { publicUrl } = deps.config

  app.get(
    '/so-lieu',
    { schema: { hide: true, operationId: 'getEmbeddedFigures', querystring: EmbedQuery } },
    async (request, reply) => {
      const { unit, theme, lang } = request.query
      const shown = { publicUrl, theme, language: lang ?? languageOf(request) }
      reply
        .header('Content-Security-Policy', embedPolicy)
        .removeHeader('X-Frame-Options')
        .type('text/html; charset=utf-8')
      try {
        const figures = await figuresOf(unit)
        return reply
          .header('Cache-Control', `public, max-age=${figuresLastMs / 1000}`)
          .send(embedPage(figures, shown))
      } catch (error) {
        if (!(error instanceof Refusal) || error.problem !== 'not-found') throw error
        return reply.code(404).header('Cache-Control', 'no-store').send(missingEmbedPage(shown))
      }
    },
  )
}
