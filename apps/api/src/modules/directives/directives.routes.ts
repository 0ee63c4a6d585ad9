import {
  AddTaskBody,
  AddUnitsBody,
  Directive,
  DirectiveListQuery,
  DirectivePage,
  EditDirectiveBody,
  EnterDirectiveBody,
  IdParam,
  ReasonBody,
  Task,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, expectedVersion, withVersion } from '../../http/request-context.ts'
import { directivesService } from './directives.service.ts'
import { editDirectiveService } from './edit-directive.service.ts'
import { readDirectivesService } from './read-directives.service.ts'

const tags = ['directives']
/** A hundred tasks of five thousand letters, three bytes each, and all around them. In bytes. */
const bodyLimit = 4 * 1024 ** 2

/** The orders: entered, corrected and withdrawn by the office. */
export const directiveRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const reading = readDirectivesService(deps)
  const entering = directivesService(deps)
  const editing = editDirectiveService(deps)

  app.get(
    '/directives',
    {
      schema: {
        operationId: 'listDirectives',
        tags,
        querystring: DirectiveListQuery,
        response: { 200: DirectivePage },
      },
    },
    (request) => reading.list(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/directives/:id',
    {
      schema: { operationId: 'getDirective', tags, params: IdParam, response: { 200: Directive } },
    },
    async (request, reply) =>
      withVersion(reply, await reading.get(contextOf(request, deps.clock), request.params.id)),
  )

  app.post(
    '/directives',
    {
      bodyLimit,
      schema: {
        operationId: 'enterDirective',
        tags,
        body: EnterDirectiveBody,
        response: { 201: Directive },
      },
    },
    async (request, reply) => {
      const directive = await entering.enter(contextOf(request, deps.clock), request.body)
      return reply
        .code(201)
        .header('Location', `/api/v1/directives/${directive.id}`)
        .send(withVersion(reply, directive))
    },
  )

  app.patch(
    '/directives/:id',
    {
      bodyLimit,
      schema: {
        operationId: 'editDirective',
        tags,
        params: IdParam,
        body: EditDirectiveBody,
        response: { 200: Directive },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const version = expectedVersion(request)
      return withVersion(reply, await editing.edit(ctx, request.params.id, version, request.body))
    },
  )

  app.post(
    '/directives/:id/tasks',
    {
      bodyLimit,
      schema: {
        operationId: 'addTask',
        tags,
        params: IdParam,
        body: AddTaskBody,
        response: { 201: Task },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return reply.code(201).send(await entering.addTask(ctx, request.params.id, request.body))
    },
  )

  app.post(
    '/tasks/:id/units',
    {
      schema: {
        operationId: 'addTaskUnits',
        tags,
        params: IdParam,
        body: AddUnitsBody,
        response: { 201: Task },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return reply.code(201).send(await entering.addUnits(ctx, request.params.id, request.body))
    },
  )

  app.post(
    '/directives/:id/withdrawal',
    {
      schema: {
        operationId: 'withdrawDirective',
        tags,
        params: IdParam,
        body: ReasonBody,
        response: { 200: Directive },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return withVersion(reply, await entering.withdraw(ctx, request.params.id, request.body))
    },
  )
}
