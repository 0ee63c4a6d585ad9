import { Assignment, IdParam, MoveDueDateBody, ReasonBody } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, expectedVersion, withVersion } from '../../http/request-context.ts'
import { assignmentsService } from './assignments.service.ts'

const tags = ['assignments']
const schema = { tags, params: IdParam, body: ReasonBody, response: { 200: Assignment } }

/** What the office does to an assignment. */
export const assignmentOfficeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const assignments = assignmentsService(deps)

  app.post(
    '/assignments/:id/withdrawal',
    { schema: { ...schema, operationId: 'withdrawAssignment' } },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return withVersion(reply, await assignments.withdraw(ctx, request.params.id, request.body))
    },
  )

  app.post(
    '/assignments/:id/reopening',
    { schema: { ...schema, operationId: 'reopenAssignment' } },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return withVersion(reply, await assignments.reopen(ctx, request.params.id, request.body))
    },
  )

  app.put(
    '/assignments/:id/due-date',
    { schema: { ...schema, operationId: 'moveDueDate', body: MoveDueDateBody } },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const { id } = request.params
      const moved = await assignments.moveDueDate(ctx, id, expectedVersion(request), request.body)
      return withVersion(reply, moved)
    },
  )
}
