import {
  AssignmentExportQuery,
  CsvFile,
  PublicAssignmentExportQuery,
  XlsxFile,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { mediaTypes } from '../../documents/document-file.ts'
import { languageOf } from '../../http/language.ts'
import { contextOf } from '../../http/request-context.ts'
import { sendDocument } from '../../http/send-document.ts'
import { exportsService } from './exports.service.ts'

const ofFormat = {
  xlsx: { [mediaTypes.xlsx]: { schema: XlsxFile } },
  csv: { 'text/csv': { schema: CsvFile } },
}

/** Lists to take away. The office takes all, a unit its own. */
export const exportRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const exports = exportsService(deps)

  app.get(
    '/assignments/export',
    {
      schema: {
        operationId: 'exportAssignments',
        tags: ['assignments'],
        querystring: AssignmentExportQuery,
        response: {
          200: {
            description: 'The whole list, written as it is read',
            content: { ...ofFormat.xlsx, ...ofFormat.csv },
          },
        },
      },
    },
    async (request, reply) =>
      sendDocument(reply, await exports.take(contextOf(request, deps.clock), request.query)),
  )
}

/** What is public, to take away. */
export const publicExportRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const exports = exportsService(deps)

  for (const [format, operationId] of [
    ['csv', 'exportPublicAssignmentsCsv'],
    ['xlsx', 'exportPublicAssignmentsXlsx'],
  ] as const) {
    app.get(
      `/assignments.${format}`,
      {
        schema: {
          operationId,
          tags: ['public'],
          querystring: PublicAssignmentExportQuery,
          response: {
            200: {
              description: 'The whole list, written as it is read',
              content: ofFormat[format],
            },
          },
        },
      },
      async (request, reply) =>
        sendDocument(reply, await exports.takePublic(request.query, format, languageOf(request))),
    )
  }
}
