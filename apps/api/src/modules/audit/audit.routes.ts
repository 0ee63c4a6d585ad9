import {
  AuditPage,
  AuditQuery,
  AuditSealPage,
  AuditSealQuery,
  AuditVerification,
  NdjsonFile,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { sendDocument } from '../../http/send-document.ts'
import { auditService } from './audit.service.ts'

const tags = ['audit']

/** The whole history, for the admin. */
export const auditRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const audit = auditService(deps)

  app.get(
    '/audit',
    {
      schema: {
        operationId: 'listAuditEvents',
        tags,
        querystring: AuditQuery,
        response: { 200: AuditPage },
      },
    },
    (request) => audit.list(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/audit/verification',
    { schema: { operationId: 'verifyAudit', tags, response: { 200: AuditVerification } } },
    (request) => audit.verify(contextOf(request, deps.clock)),
  )

  app.get(
    '/audit/export',
    {
      schema: {
        operationId: 'exportAudit',
        tags,
        response: {
          200: {
            description: 'The whole history, written as it is read',
            content: { 'application/x-ndjson': { schema: NdjsonFile } },
          },
        },
      },
    },
    async (request, reply) => sendDocument(reply, audit.export(contextOf(request, deps.clock))),
  )
}

/** What binds the history, for anyone to keep. */
export const sealPublicRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const audit = auditService(deps)

  app.get(
    '/seals',
    {
      schema: {
        operationId: 'listPublicSeals',
        tags: ['public'],
        querystring: AuditSealQuery,
        response: { 200: AuditSealPage },
      },
    },
    (request) => audit.listSeals(request.query),
  )
}
