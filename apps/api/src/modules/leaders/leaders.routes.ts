import {
  CreateLeaderBody,
  EditLeaderBody,
  IdParam,
  Leader,
  LeaderListQuery,
  LeaderPage,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, expectedVersion, withVersion } from '../../http/request-context.ts'
import { leadersService } from './leaders.service.ts'

const tags = ['leaders']

/** Anyone signed in may read the leaders. */
export const leaderRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const leaders = leadersService(deps)

  app.get(
    '/leaders',
    {
      schema: {
        operationId: 'listLeaders',
        tags,
        querystring: LeaderListQuery,
        response: { 200: LeaderPage },
      },
    },
    (request) => leaders.list(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/leaders/:id',
    { schema: { operationId: 'getLeader', tags, params: IdParam, response: { 200: Leader } } },
    async (request, reply) =>
      withVersion(reply, await leaders.get(contextOf(request, deps.clock), request.params.id)),
  )
}

/** The office keeps them. */
export const leaderOfficeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const leaders = leadersService(deps)

  app.post(
    '/leaders',
    {
      schema: {
        operationId: 'createLeader',
        tags,
        body: CreateLeaderBody,
        response: { 201: Leader },
      },
    },
    async (request, reply) => {
      const leader = await leaders.create(contextOf(request, deps.clock), request.body)
      return reply.code(201).send(withVersion(reply, leader))
    },
  )

  app.patch(
    '/leaders/:id',
    {
      schema: {
        operationId: 'editLeader',
        tags,
        params: IdParam,
        body: EditLeaderBody,
        response: { 200: Leader },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const leader = await leaders.edit(
        ctx,
        request.params.id,
        expectedVersion(request),
        request.body,
      )
      return withVersion(reply, leader)
    },
  )
}
