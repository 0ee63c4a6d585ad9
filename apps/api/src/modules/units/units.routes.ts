import {
  CreateUnitBody,
  EditUnitBody,
  IdParam,
  Unit,
  UnitDetail,
  UnitListQuery,
  UnitPage,
  UnitSuccession,
  UnitSuccessionBody,
  UnitSuccessionQuery,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, expectedVersion, withVersion } from '../../http/request-context.ts'
import { successionService } from './succession.service.ts'
import { unitsService } from './units.service.ts'

const tags = ['units']

/** Anyone signed in may read the units. */
export const unitRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const units = unitsService(deps)

  app.get(
    '/units',
    {
      schema: {
        operationId: 'listUnits',
        tags,
        querystring: UnitListQuery,
        response: { 200: UnitPage },
      },
    },
    (request) => units.list(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/units/:id',
    { schema: { operationId: 'getUnit', tags, params: IdParam, response: { 200: UnitDetail } } },
    async (request, reply) =>
      withVersion(reply, await units.get(contextOf(request, deps.clock), request.params.id)),
  )
}

/** The office keeps them. */
export const unitOfficeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const units = unitsService(deps)
  const successions = successionService(deps)

  app.post(
    '/units',
    { schema: { operationId: 'createUnit', tags, body: CreateUnitBody, response: { 201: Unit } } },
    async (request, reply) => {
      const unit = await units.create(contextOf(request, deps.clock), request.body)
      return reply.code(201).send(withVersion(reply, unit))
    },
  )

  app.patch(
    '/units/:id',
    {
      schema: {
        operationId: 'editUnit',
        tags,
        params: IdParam,
        body: EditUnitBody,
        response: { 200: Unit },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const unit = await units.edit(ctx, request.params.id, expectedVersion(request), request.body)
      return withVersion(reply, unit)
    },
  )

  app.post(
    '/units/succession',
    {
      schema: {
        operationId: 'succeedUnits',
        tags,
        querystring: UnitSuccessionQuery,
        body: UnitSuccessionBody,
        response: { 200: UnitSuccession },
      },
    },
    (request) => {
      const ctx = contextOf(request, deps.clock)
      const { query, body } = request
      return query.preview ? successions.preview(ctx, body) : successions.succeed(ctx, body)
    },
  )
}
