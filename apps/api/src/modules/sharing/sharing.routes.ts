import {
  AtomFeed,
  DataCatalog,
  DueCalendar,
  PublicFeedQuery,
  PublicUnitFeedQuery,
  PublicUnitParam,
} from '@dunghan/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { languageOf } from '../../http/language.ts'
import { type SharedText, sharingService } from './sharing.service.ts'

const tags = ['public']
const atom = 'application/atom+xml'
const calendar = 'text/calendar'

const answerOf = (mediaType: string, schema: typeof AtomFeed) => ({
  200: { description: 'The whole of it', content: { [mediaType]: { schema } } },
})

/** What is public, to subscribe to. */
export const sharingRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const sharing = sharingService(deps)

  app.get(
    '/feed.atom',
    {
      schema: {
        operationId: 'getPublicFeed',
        tags,
        querystring: PublicFeedQuery,
        response: answerOf(atom, AtomFeed),
      },
    },
    async (request, reply) =>
      send(reply, atom, await sharing.feed(request.query, searchOf(request), languageOf(request))),
  )

  app.get(
    '/units/:code/feed.atom',
    {
      schema: {
        operationId: 'getPublicUnitFeed',
        tags,
        params: PublicUnitParam,
        querystring: PublicUnitFeedQuery,
        response: answerOf(atom, AtomFeed),
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const feed = await sharing.unitFeed(
        params.code,
        query,
        searchOf(request),
        languageOf(request),
      )
      return send(reply, atom, feed)
    },
  )

  app.get(
    '/units/:code/due.ics',
    {
      schema: {
        operationId: 'getPublicUnitDueDates',
        tags,
        params: PublicUnitParam,
        response: answerOf(calendar, DueCalendar),
      },
    },
    async (request, reply) =>
      send(reply, calendar, await sharing.dueDates(request.params.code, languageOf(request))),
  )

  app.get(
    '/catalog.jsonld',
    {
      schema: {
        operationId: 'getPublicCatalog',
        tags,
        response: {
          200: {
            description: 'The catalogue',
            content: { 'application/ld+json': { schema: DataCatalog } },
          },
        },
      },
    },
    async (_request, reply) => {
      reply.type('application/ld+json; charset=utf-8')
      return sharing.catalog()
    },
  )
}

/** What stands behind the path, with its `?`. */
const searchOf = ({ url }: FastifyRequest) => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

/**
 * When it last changed is told but not asked by: a task that becomes overdue, or is kept from the
 * public, changes what is told and not when. The tag alone knows (`publicAnswers`).
 */
function send(reply: FastifyReply, mediaType: string, { text, changedAt }: SharedText) {
  if (changedAt) reply.header('Last-Modified', changedAt.toUTCString())
  return reply.type(`${mediaType}; charset=utf-8`).send(text)
}
