import {
  EditNotificationSettingsBody,
  IdParam,
  NotificationListQuery,
  NotificationPage,
  NotificationSettings,
  ReadAllBody,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { notificationSettingsService } from './notification-settings.service.ts'
import { notificationsService } from './notifications.service.ts'

const tags = ['notifications']
const response = { 204: z.void().meta({ description: 'No content' }) }

/** What an account is told. */
export const notificationRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const notifications = notificationsService(deps)
  const settings = notificationSettingsService(deps)

  app.get(
    '/notifications',
    {
      schema: {
        operationId: 'listNotifications',
        tags,
        querystring: NotificationListQuery,
        response: { 200: NotificationPage },
      },
    },
    (request) => notifications.list(contextOf(request, deps.clock), request.query),
  )

  app.post(
    '/notifications/:id/read',
    { schema: { operationId: 'readNotification', tags, params: IdParam, response } },
    async (request, reply) => {
      await notifications.read(contextOf(request, deps.clock), request.params.id)
      return reply.code(204).send()
    },
  )

  app.post(
    '/notifications/read',
    { schema: { operationId: 'readNotifications', tags, body: ReadAllBody, response } },
    async (request, reply) => {
      await notifications.readAll(contextOf(request, deps.clock), request.body)
      return reply.code(204).send()
    },
  )

  app.get(
    '/me/notification-settings',
    {
      schema: {
        operationId: 'getNotificationSettings',
        tags,
        response: { 200: NotificationSettings },
      },
    },
    (request) => settings.get(contextOf(request, deps.clock)),
  )

  app.put(
    '/me/notification-settings',
    {
      schema: {
        operationId: 'editNotificationSettings',
        tags,
        body: EditNotificationSettingsBody,
        response: { 200: NotificationSettings },
      },
    },
    (request) => settings.edit(contextOf(request, deps.clock), request.body),
  )
}
