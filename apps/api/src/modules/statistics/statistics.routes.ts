import { Compliance, ComplianceQuery, Statistics, StatisticsQuery } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { statisticsService } from './statistics.service.ts'

/** How many, how late, whose; and who keeps the times the regulation sets. */
export const statisticsRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const statistics = statisticsService(deps)

  app.get(
    '/statistics',
    {
      schema: {
        operationId: 'getStatistics',
        tags: ['statistics'],
        querystring: StatisticsQuery,
        response: { 200: Statistics },
      },
    },
    (request) => statistics.count(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/statistics/compliance',
    {
      schema: {
        operationId: 'getCompliance',
        tags: ['statistics'],
        querystring: ComplianceQuery,
        response: { 200: Compliance },
      },
    },
    (request) => statistics.comply(contextOf(request, deps.clock), request.query),
  )
}
