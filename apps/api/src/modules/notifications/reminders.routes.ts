import { SendRemindersBody, SentReminders } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { remindersService } from './reminders.service.ts'

/** The coordinator reminds by hand. */
export const reminderRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const reminders = remindersService(deps)

  app.post(
    '/reminders',
    {
      schema: {
        operationId: 'sendReminders',
        tags: ['notifications'],
        body: SendRemindersBody,
        response: { 200: SentReminders },
      },
    },
    (request) => reminders.send(contextOf(request, deps.clock), request.body),
  )
}
