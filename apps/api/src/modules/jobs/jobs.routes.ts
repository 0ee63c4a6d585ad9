import { JobList, JobNameParam } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { jobsService } from './jobs.service.ts'

const tags = ['jobs']

/** What runs by itself. */
export const jobRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const jobs = jobsService(deps)

  app.get(
    '/jobs',
    { schema: { operationId: 'listJobs', tags, response: { 200: JobList } } },
    (request) => jobs.list(contextOf(request, deps.clock)),
  )

  app.post(
    '/jobs/:name/run',
    {
      schema: {
        operationId: 'runJob',
        tags,
        params: JobNameParam,
        response: { 202: z.void().meta({ description: 'It will run as soon as possible' }) },
      },
    },
    async (request, reply) => {
      await jobs.run(contextOf(request, deps.clock), request.params.name)
      return reply.code(202).send()
    },
  )
}
