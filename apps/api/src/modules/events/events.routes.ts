import { EventStream } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { eventStream, sendStream } from './event-stream.http.ts'
import { eventsService } from './events.service.ts'

/** What an account is told while it looks on. */
export const eventRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const events = eventsService(deps)
  // Before the server waits for the requests under way: these would not end by themselves.
  app.addHook('preClose', async () => deps.events.close())

  app.get(
    '/events',
    {
      // Nothing would be left to send of a stream without its body.
      exposeHeadRoute: false,
      schema: {
        operationId: 'streamEvents',
        tags: ['notifications'],
        produces: ['text/event-stream'],
        response: { 200: EventStream },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const { stream, line } = eventStream()
      const lastId = request.headers['last-event-id']?.toString()
      const leave = events.listen(ctx, request.accessUntil ?? ctx.now, lastId, line)
      stream.on('close', leave)
      return sendStream(reply, stream)
    },
  )
}
