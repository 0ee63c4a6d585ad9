import {
  Compliance,
  ComplianceQuery,
  Statistics,
  StatisticsExportQuery,
  StatisticsQuery,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { documentAnswer } from '../../http/document-answer.ts'
import { contextOf } from '../../http/request-context.ts'
import { sendDocument } from '../../http/send-document.ts'
import { exportStatisticsService } from './export-statistics.service.ts'
import { statisticsService } from './statistics.service.ts'

/** How many, how late, whose; and who keeps the times the regulation sets. */
export const statisticsRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const statistics = statisticsService(deps)
  const exporting = exportStatisticsService(deps)

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
    '/statistics/export',
    {
      schema: {
        operationId: 'exportStatistics',
        tags: ['statistics'],
        querystring: StatisticsExportQuery,
        response: { 200: documentAnswer },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return sendDocument(reply, await exporting.export(ctx, request.query))
    },
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
