import {
  CalendarYear,
  CalendarYearParam,
  DueDatePreview,
  DueDatePreviewBody,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf } from '../../http/request-context.ts'
import { calendarService } from './calendar.service.ts'

const tags = ['calendar']

/** The working calendar, and what it makes of a due date. */
export const calendarRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const calendar = calendarService(deps)

  app.post(
    '/due-date-preview',
    {
      schema: {
        operationId: 'previewDueDate',
        tags,
        body: DueDatePreviewBody,
        response: { 200: DueDatePreview },
      },
    },
    (request) => calendar.preview(contextOf(request, deps.clock), request.body),
  )

  app.get(
    '/calendar/:year',
    {
      schema: {
        operationId: 'getCalendarYear',
        tags,
        params: CalendarYearParam,
        response: { 200: CalendarYear },
      },
    },
    (request) => calendar.year(contextOf(request, deps.clock), request.params.year),
  )
}
