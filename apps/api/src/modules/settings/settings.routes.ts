import { Settings, SettingsBody } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, expectedVersion, withVersion } from '../../http/request-context.ts'
import { settingsService } from './settings.service.ts'

const tags = ['settings']

/** What the admin may turn. */
export const settingsRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const settings = settingsService(deps)

  app.get(
    '/settings',
    { schema: { operationId: 'getSettings', tags, response: { 200: Settings } } },
    async (request, reply) =>
      withVersion(reply, await settings.get(contextOf(request, deps.clock))),
  )

  app.put(
    '/settings',
    {
      schema: {
        operationId: 'changeSettings',
        tags,
        body: SettingsBody,
        response: { 200: Settings },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const changed = await settings.change(ctx, expectedVersion(request), request.body)
      return withVersion(reply, changed)
    },
  )
}
