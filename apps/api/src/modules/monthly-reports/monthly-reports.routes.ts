import {
  DocumentFormatQuery,
  DrawUpReportBody,
  IdParam,
  MonthlyReport,
  MonthlyReportListQuery,
  MonthlyReportPage,
  MonthlyReportPreview,
  PreviewReportQuery,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { documentAnswer } from '../../http/document-answer.ts'
import { contextOf } from '../../http/request-context.ts'
import { sendDocument } from '../../http/send-document.ts'
import { monthlyReportsService } from './monthly-reports.service.ts'

const tags = ['monthly-reports']

/** The office's reports: drawn up each month or when asked for, frozen, numbered, to be printed. */
export const monthlyReportRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const reports = monthlyReportsService(deps)

  app.get(
    '/monthly-reports',
    {
      schema: {
        operationId: 'listMonthlyReports',
        tags,
        querystring: MonthlyReportListQuery,
        response: { 200: MonthlyReportPage },
      },
    },
    (request) => reports.list(contextOf(request, deps.clock), request.query),
  )

  app.get(
    '/monthly-reports/preview',
    {
      schema: {
        operationId: 'previewMonthlyReport',
        tags,
        querystring: PreviewReportQuery,
        response: { 200: MonthlyReportPreview },
      },
    },
    (request) => reports.preview(contextOf(request, deps.clock), request.query),
  )

  app.post(
    '/monthly-reports',
    {
      schema: {
        operationId: 'drawUpMonthlyReport',
        tags,
        body: DrawUpReportBody,
        response: { 201: MonthlyReport },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      return reply.code(201).send(await reports.drawUp(ctx, request.body))
    },
  )

  app.get(
    '/monthly-reports/:id',
    {
      schema: {
        operationId: 'getMonthlyReport',
        tags,
        params: IdParam,
        response: { 200: MonthlyReport },
      },
    },
    (request) => reports.get(contextOf(request, deps.clock), request.params.id),
  )

  app.get(
    '/monthly-reports/:id/export',
    {
      schema: {
        operationId: 'exportMonthlyReport',
        tags,
        params: IdParam,
        querystring: DocumentFormatQuery,
        response: { 200: documentAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { format } = request.query
      const ctx = contextOf(request, deps.clock)
      return sendDocument(reply, await reports.export(ctx, id, format))
    },
  )
}
