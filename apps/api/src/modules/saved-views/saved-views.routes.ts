import {
  IdParam,
  SavedView,
  SavedViewList,
  SavedViewListQuery,
  SaveViewBody,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { savedViewsService } from './saved-views.service.ts'

const tags = ['saved-views']
const Nothing = z.void().meta({ description: 'No content' })

/** Ways to look at a list, each account its own. */
export const savedViewRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const views = savedViewsService(deps)

  app.get(
    '/saved-views',
    {
      schema: {
        operationId: 'listSavedViews',
        tags,
        querystring: SavedViewListQuery,
        response: { 200: SavedViewList },
      },
    },
    (request) => views.list(contextOf(request, deps.clock), request.query),
  )

  app.post(
    '/saved-views',
    {
      schema: {
        operationId: 'saveView',
        tags,
        body: SaveViewBody,
        response: { 201: SavedView },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await views.save(contextOf(request, deps.clock), request.body)),
  )

  app.delete(
    '/saved-views/:id',
    {
      schema: {
        operationId: 'deleteSavedView',
        tags,
        params: IdParam,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await views.delete(contextOf(request, deps.clock), request.params.id)
      return reply.code(204).send()
    },
  )
}
