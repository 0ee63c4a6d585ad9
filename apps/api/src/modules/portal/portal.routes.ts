import {
  IdParam,
  PublicAssignmentDetail,
  PublicAssignmentListQuery,
  PublicAssignmentPage,
  PublicDirective,
  PublicLeaders,
  PublicStatisticsQuery,
  PublicUnitDetail,
  PublicUnitParam,
  PublicUnitQuery,
  PublicUnits,
  Statistics,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { languageOf } from '../../http/language.ts'
import { streamContent } from '../files/stream-content.http.ts'
import { portalService } from './portal.service.ts'

const tags = ['public']

/** What the portal and its developers read, without a key. */
export const portalRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const portal = portalService(deps)

  app.get(
    '/assignments',
    {
      schema: {
        operationId: 'listPublicAssignments',
        tags,
        querystring: PublicAssignmentListQuery,
        response: { 200: PublicAssignmentPage },
      },
    },
    (request) => portal.listAssignments(request.query),
  )

  app.get(
    '/assignments/:id',
    {
      schema: {
        operationId: 'getPublicAssignment',
        tags,
        params: IdParam,
        response: { 200: PublicAssignmentDetail },
      },
    },
    (request) => portal.getAssignment(request.params.id),
  )

  app.get(
    '/directives/:id',
    {
      schema: {
        operationId: 'getPublicDirective',
        tags,
        params: IdParam,
        response: { 200: PublicDirective },
      },
    },
    (request) => portal.getDirective(request.params.id),
  )

  app.get(
    '/files/:id/content',
    { schema: { operationId: 'getPublicFileContent', tags, params: IdParam } },
    async (request, reply) => {
      const file = await portal.getFile(request.params.id)
      // A directive may be hidden again: nobody keeps its file without asking.
      reply.header('Cache-Control', 'public, no-cache')
      return streamContent(request, reply, file, deps.files)
    },
  )

  app.get(
    '/units',
    { schema: { operationId: 'listPublicUnits', tags, response: { 200: PublicUnits } } },
    () => portal.listUnits(),
  )

  app.get(
    '/units/:code',
    {
      schema: {
        operationId: 'getPublicUnit',
        tags,
        params: PublicUnitParam,
        querystring: PublicUnitQuery,
        response: { 200: PublicUnitDetail },
      },
    },
    (request) => portal.getUnit(request.params.code, request.query, languageOf(request)),
  )

  app.get(
    '/leaders',
    { schema: { operationId: 'listPublicLeaders', tags, response: { 200: PublicLeaders } } },
    () => portal.listLeaders(),
  )

  app.get(
    '/statistics',
    {
      schema: {
        operationId: 'getPublicStatistics',
        tags,
        querystring: PublicStatisticsQuery,
        response: { 200: Statistics },
      },
    },
    (request) => portal.count(request.query, languageOf(request)),
  )
}
