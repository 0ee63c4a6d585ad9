import {
  AssignmentDetail,
  AssignmentListQuery,
  AssignmentPage,
  History,
  IdParam,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, withVersion } from '../../http/request-context.ts'
import { assignmentsService } from './assignments.service.ts'

const tags = ['assignments']

/** The office reads all, a unit its own. */
export const assignmentRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const assignments = assignmentsService(deps)

  app.get(
    '/assignments',
    {
      schema: {
        operationId: 'listAssignments',
        tags,
        querystring: AssignmentListQuery,
        response: { 200: AssignmentPage },
      },
    },
    (request) => assignments.list(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/assignments/:id',
    {
      schema: {
        operationId: 'getAssignment',
        tags,
        params: IdParam,
        response: { 200: AssignmentDetail },
      },
    },
    async (request, reply) =>
      withVersion(reply, await assignments.get(contextOf(request, deps.clock), request.params.id)),
  )

  app.get(
    '/assignments/:id/history',
    {
      schema: {
        operationId: 'getAssignmentHistory',
        tags,
        params: IdParam,
        response: { 200: History },
      },
    },
    (request) => assignments.history(contextOf(request, deps.clock), request.params.id),
  )
}
