import {
  Assignment,
  DecideExtensionBody,
  Extension,
  IdParam,
  RequestExtensionBody,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, withVersion } from '../../http/request-context.ts'
import { extensionsService } from './extensions.service.ts'

const tags = ['assignments']

/** What a unit does: ask. */
export const extensionUnitRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const extensions = extensionsService(deps)

  app.post(
    '/assignments/:id/extensions',
    {
      schema: {
        operationId: 'requestExtension',
        tags,
        params: IdParam,
        body: RequestExtensionBody,
        response: { 201: Extension },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const extension = await extensions.request(ctx, request.params.id, request.body)
      return reply.code(201).send(extension)
    },
  )
}

/** What the office does with it: approve or reject. */
export const extensionOfficeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const extensions = extensionsService(deps)

  app.post(
    '/extensions/:id/decision',
    {
      schema: {
        operationId: 'decideExtension',
        tags,
        params: IdParam,
        body: DecideExtensionBody,
        response: { 200: Assignment },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return withVersion(reply, await extensions.decide(ctx, request.params.id, request.body))
    },
  )
}
