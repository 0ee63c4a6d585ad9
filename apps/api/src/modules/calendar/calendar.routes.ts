import {
  AnnounceCalendarYearBody,
  CalendarChangePage,
  CalendarChangesQuery,
  CalendarCsv,
  CalendarDayParam,
  CalendarOutcome,
  CalendarYear,
  CalendarYearParam,
  DueDateCount,
  DueDatePreview,
  DueDatePreviewBody,
  DueDateQuery,
  EditCalendarDayBody,
  ImportCalendarYearBody,
  PreviewQuery,
} from '@dunghan/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { mediaTypes } from '../../documents/document-file.ts'
import { languageOf } from '../../http/language.ts'
import { contextOf, expectedVersion, withVersion } from '../../http/request-context.ts'
import { sendDocument } from '../../http/send-document.ts'
import { calendarService } from './calendar.service.ts'
import { writeCalendarCsv } from './calendar-csv.ts'
import { editCalendarService } from './edit-calendar.service.ts'

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
    async (request, reply) => {
      const { year } = request.params
      return withVersion(reply, await calendar.year(contextOf(request, deps.clock), year))
    },
  )

  app.get(
    '/calendar/:year/export',
    {
      schema: {
        operationId: 'exportCalendarYear',
        tags,
        params: CalendarYearParam,
        response: {
          200: {
            description: 'The year, in the form in which it is imported',
            content: { 'text/csv': { schema: CalendarCsv } },
          },
        },
      },
    },
    async (request, reply) => {
      const { year } = request.params
      const days = await calendar.listDays(contextOf(request, deps.clock), year)
      return sendDocument(reply, {
        name: `lich-lam-viec-${year}.csv`,
        mediaType: mediaTypes.csv,
        content: () => writeCalendarCsv(days, languageOf(request)),
      })
    },
  )
}

/** What the admin keeps of it. Each change can be previewed, which needs no version. */
export const calendarOfficeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const calendar = calendarService(deps)
  const editing = editCalendarService(deps)

  app.get(
    '/calendar/changes',
    {
      schema: {
        operationId: 'listCalendarChanges',
        tags,
        querystring: CalendarChangesQuery,
        response: { 200: CalendarChangePage },
      },
    },
    (request) => calendar.listChanges(contextOf(request, deps.clock), request.query),
  )

  app.put(
    '/calendar/days/:date',
    {
      schema: {
        operationId: 'editCalendarDay',
        tags,
        params: CalendarDayParam,
        querystring: PreviewQuery,
        body: EditCalendarDayBody,
        response: { 200: CalendarOutcome },
      },
    },
    async (request, reply) => {
      const expected = request.query.preview ? null : expectedVersion(request)
      const ctx = contextOf(request, deps.clock)
      const { date } = request.params
      return withVersion(reply, await editing.editDay(ctx, date, request.body, expected))
    },
  )

  app.put(
    '/calendar/:year/announcement',
    {
      schema: {
        operationId: 'announceCalendarYear',
        tags,
        params: CalendarYearParam,
        querystring: PreviewQuery,
        body: AnnounceCalendarYearBody,
        response: { 200: CalendarOutcome },
      },
    },
    async (request, reply) => {
      const expected = request.query.preview ? null : expectedVersion(request)
      const ctx = contextOf(request, deps.clock)
      const { year } = request.params
      return withVersion(reply, await editing.announceYear(ctx, year, request.body, expected))
    },
  )

  app.post(
    '/calendar/imports',
    {
      schema: {
        operationId: 'importCalendarYear',
        tags,
        querystring: PreviewQuery,
        body: ImportCalendarYearBody,
        response: { 200: CalendarOutcome },
      },
    },
    async (request, reply) => {
      const expected = request.query.preview ? null : expectedVersion(request)
      const ctx = contextOf(request, deps.clock)
      return withVersion(reply, await editing.importYear(ctx, request.body, expected))
    },
  )
}

/** The same for anyone: by which days all that is published is counted. */
export const calendarPublicRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const calendar = calendarService(deps)

  app.get(
    '/calendar/:year',
    {
      schema: {
        operationId: 'getPublicCalendarYear',
        tags: ['public'],
        params: CalendarYearParam,
        response: { 200: CalendarYear },
      },
    },
    (request) => calendar.publicYear(request.params.year),
  )

  app.get(
    '/due-date',
    {
      schema: {
        operationId: 'countPublicDueDate',
        tags: ['public'],
        querystring: DueDateQuery,
        response: { 200: DueDateCount },
      },
    },
    (request) => calendar.publicCount(request.query, languageOf(request)),
  )
}
