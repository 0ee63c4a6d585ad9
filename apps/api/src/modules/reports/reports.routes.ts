import { Assignment, IdParam, ReviewBody, SendReportBody } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { contextOf, withVersion } from '../../http/request-context.ts'
import { assignmentsService } from '../assignments/assignments.service.ts'
import { reportsService } from './reports.service.ts'

const tags = ['assignments']

/** What a unit does: receive and report. */
export const reportUnitRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const assignments = assignmentsService(deps)
  const reports = reportsService(deps)

  app.post(
    '/assignments/:id/receipt',
    {
      schema: {
        operationId: 'receiveAssignment',
        tags,
        params: IdParam,
        body: z.strictObject({}).nullish(),
        response: { 200: Assignment },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return withVersion(reply, await assignments.receive(ctx, request.params.id))
    },
  )

  app.post(
    '/assignments/:id/reports',
    {
      schema: {
        operationId: 'sendReport',
        tags,
        params: IdParam,
        body: SendReportBody,
        response: { 201: Assignment },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const assignment = await reports.send(ctx, request.params.id, request.body)
      return reply.code(201).send(withVersion(reply, assignment))
    },
  )
}

/** What the office does with a report: confirm it or send it back. */
export const reviewRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const reports = reportsService(deps)

  app.post(
    '/reports/:id/review',
    {
      schema: {
        operationId: 'reviewReport',
        tags,
        params: IdParam,
        body: ReviewBody,
        response: { 200: Assignment },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return withVersion(reply, await reports.review(ctx, request.params.id, request.body))
    },
  )
}
