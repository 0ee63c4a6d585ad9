import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'

/** `/healthz`: the process lives. `/readyz`: the database and the file store answer. */
export async function healthRoutes(app: FastifyInstance, { database, files }: Deps): Promise<void> {
  app.get('/healthz', { schema: { hide: true, operationId: 'getLife' } }, async () => ({
    status: 'ok',
  }))
  app.get(
    '/readyz',
    { schema: { hide: true, operationId: 'getReadiness' } },
    async (request, reply) => {
      const answers = async (ping: () => Promise<void>) => {
        try {
          await ping()
          return 'ok'
        } catch (error) {
          request.log.warn({ err: error }, 'not ready')
          return 'unavailable'
        }
      }
      const [databaseState, filesState] = await Promise.all([
        answers(() => database.ping()),
        answers(() => files.ping()),
      ])
      const checks = { database: databaseState, files: filesState }
      if (Object.values(checks).every((state) => state === 'ok')) return { status: 'ok', checks }
      request.log.error(checks, 'not ready')
      const down = Object.entries(checks).find(([, state]) => state !== 'ok')?.[0] ?? ''
      reply.header('X-Not-Ready', down)
      throw new Refusal('not-ready', { pointer: `/${down}`, retryAfter: 5 })
    },
  )
}
