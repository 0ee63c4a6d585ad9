import { IdParam, Mail, MailListQuery, MailPage } from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { mailsService } from './mails.service.ts'

const tags = ['jobs']

/** The mail that goes out. */
export const mailRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const mails = mailsService(deps)

  app.get(
    '/mails',
    {
      schema: {
        operationId: 'listMails',
        tags,
        querystring: MailListQuery,
        response: { 200: MailPage },
      },
    },
    (request) => mails.list(contextOf(request, deps.clock), request.query),
  )

  app.post(
    '/mails/:id/retry',
    { schema: { operationId: 'retryMail', tags, params: IdParam, response: { 200: Mail } } },
    (request) => mails.retry(contextOf(request, deps.clock), request.params.id),
  )
}
