import { createHmac } from 'node:crypto'
import {
  Account,
  AccountListQuery,
  AccountPage,
  CreateAccountBody,
  CreatedAccount,
  EditAccountBody,
  IdParam,
  PasswordResetAnswer,
  SpecialistList,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, expectedVersion, withVersion } from '../../http/request-context.ts'
import { accountsService } from './accounts.service.ts'

const tags = ['accounts']

/** Who drafts: the office chooses from them. */
export const specialistRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const accounts = accountsService(deps)

  app.get(
    '/specialists',
    { schema: { operationId: 'listSpecialists', tags, response: { 200: SpecialistList } } },
    (request) => accounts.listSpecialists(contextOf(request, deps.clock)),
  )
}

/** The admin keeps them. */
export const accountRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const accounts = accountsService(deps)

  app.get(
    '/accounts',
    {
      schema: {
        operationId: 'listAccounts',
        tags,
        querystring: AccountListQuery,
        response: { 200: AccountPage },
      },
    },
    (request) => accounts.list(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/accounts/:id',
    { schema: { operationId: 'getAccount', tags, params: IdParam, response: { 200: Account } } },
    async (request, reply) =>
      withVersion(reply, await accounts.get(contextOf(request, deps.clock), request.params.id)),
  )

  app.post(
    '/accounts',
    {
      schema: {
        operationId: 'createAccount',
        tags,
        body: CreateAccountBody,
        response: { 201: CreatedAccount },
      },
    },
    async (request, reply) => {
      // What the key is remembered by holds no fast hash of a password, which could be guessed at.
      const password = seal(request.body.password, deps.config.jwtSecret)
      const ctx = contextOf(request, deps.clock, { ...request.body, password })
      const account = await accounts.create(ctx, request.body)
      return reply.code(201).send(withVersion(reply, account))
    },
  )

  app.patch(
    '/accounts/:id',
    {
      schema: {
        operationId: 'editAccount',
        tags,
        params: IdParam,
        body: EditAccountBody,
        response: { 200: Account },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const account = await accounts.edit(
        ctx,
        request.params.id,
        expectedVersion(request),
        request.body,
      )
      return withVersion(reply, account)
    },
  )

  app.post(
    '/accounts/:id/password-reset',
    {
      schema: {
        operationId: 'resetPassword',
        tags,
        params: IdParam,
        response: { 200: PasswordResetAnswer },
      },
    },
    (request) => accounts.resetPassword(contextOf(request, deps.clock), request.params.id),
  )
}

const seal = (password: string | undefined, secret: string) =>
  password === undefined ? null : createHmac('sha256', secret).update(password).digest('hex')
