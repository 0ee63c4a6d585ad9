import { randomUUID } from 'node:crypto'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifySerializerCompiler,
} from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Deps } from './deps.ts'
import { auth } from './http/auth.ts'
import { healthRoutes } from './http/health.ts'
import { hotAnswers } from './http/hot-answers.ts'
import { jsonBody } from './http/json-body.ts'
import { createKeptAnswers } from './http/kept-answers.ts'
import { metricsRoutes } from './http/metrics.ts'
import { openapi } from './http/openapi.ts'
import { answerProblem } from './http/problem.ts'
import { problemPages } from './http/problem-pages.ts'
import { publicAnswers } from './http/public-answers.ts'
import { security } from './http/security.ts'
import { compiledSerializer } from './http/serializer.ts'
import { spa } from './http/spa.ts'
import { answerUnreadable, readableUrl } from './http/unreadable-request.ts'
import { FaultsAlone, watchRequests } from './http/watch-requests.ts'
import { accountRoutes, specialistRoutes } from './modules/accounts/accounts.routes.ts'
import { assignmentRoutes } from './modules/assignments/assignments.routes.ts'
import { assignmentOfficeRoutes } from './modules/assignments/assignments-office.routes.ts'
import { auditRoutes, sealPublicRoutes } from './modules/audit/audit.routes.ts'
import {
  calendarOfficeRoutes,
  calendarPublicRoutes,
  calendarRoutes,
} from './modules/calendar/calendar.routes.ts'
import { directiveRoutes } from './modules/directives/directives.routes.ts'
import { eventRoutes } from './modules/events/events.routes.ts'
import { exportRoutes, publicExportRoutes } from './modules/exports/exports.routes.ts'
import {
  extensionOfficeRoutes,
  extensionUnitRoutes,
} from './modules/extensions/extensions.routes.ts'
import { fileRoutes } from './modules/files/files.routes.ts'
import { jobRoutes } from './modules/jobs/jobs.routes.ts'
import { leaderOfficeRoutes, leaderRoutes } from './modules/leaders/leaders.routes.ts'
import { mailRoutes } from './modules/mails/mails.routes.ts'
import { monthlyReportRoutes } from './modules/monthly-reports/monthly-reports.routes.ts'
import { notificationRoutes } from './modules/notifications/notifications.routes.ts'
import { reminderRoutes } from './modules/notifications/reminders.routes.ts'
import { portalRoutes } from './modules/portal/portal.routes.ts'
import { reportUnitRoutes, reviewRoutes } from './modules/reports/reports.routes.ts'
import { savedViewRoutes } from './modules/saved-views/saved-views.routes.ts'
import { meRoutes, sessionRoutes } from './modules/session/session.routes.ts'
import { sessionService } from './modules/session/session.service.ts'
import { settingsRoutes } from './modules/settings/settings.routes.ts'
import { embedRoutes } from './modules/sharing/embed.routes.ts'
import { pageHeadsService } from './modules/sharing/page-heads.service.ts'
import { sharingRoutes } from './modules/sharing/sharing.routes.ts'
import { siteMapRoutes } from './modules/sharing/site-map.routes.ts'
import { statisticsRoutes } from './modules/statistics/statistics.routes.ts'
import { unitOfficeRoutes, unitRoutes } from './modules/units/units.routes.ts'

export interface AppOptions {
  /** None: nothing is logged. */
  logger?: FastifyBaseLogger
  /** How answers are written; by default trusting them to be what their schemas say. */
  serializer?: FastifySerializerCompiler<z.ZodType>
  /** The built SPA's folder; without it only the API is served. */
  webDir?: string
}

/** The whole HTTP face. Reads top-down as the security posture: who may come in by which door. */
export async function buildApp(deps: Deps, options: AppOptions = {}): Promise<FastifyInstance> {
  const { publicUrl, trustedProxies, rateLimit } = deps.config
  /** By these the public reads; a replica may serve it. Nothing else is registered with them. */
  const anyone: Deps = {
    ...deps,
    database: { ...deps.database, prisma: deps.database.publicPrisma },
  }
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logController: new FaultsAlone(),
    // What comes while it ends, on a line already open, is still answered.
    return503OnClosing: false,
    // Whose word is taken for where a request came from: limits count by that address.
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    bodyLimit: 1024 * 1024,
    // Who sends ever so slowly keeps no connection: a large file over a poor line takes minutes.
    requestTimeout: 15 * 60_000,
    http: { headersTimeout: 20_000 },
    // However long a name in an address is, it is the schema that refuses it.
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 64 * 1024 },
    rewriteUrl: ({ url = '/' }) => readableUrl(url),
    clientErrorHandler: answerUnreadable,
  }).withTypeProvider<ZodTypeProvider>()

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(options.serializer ?? compiledSerializer)
  app.setErrorHandler(answerProblem)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id)
    done()
  })

  await app.register(watchRequests, deps)
  await app.register(security, { https: publicUrl.startsWith('https:'), rateLimit })
  await app.register(jsonBody)
  await app.register(openapi, { publicUrl })
  await app.register(auth, {
    secret: deps.config.jwtSecret,
    clock: deps.clock,
    mustChangePassword: sessionService(deps).mustChangePassword,
  })

  // Anyone.
  await app.register(healthRoutes, deps)
  await app.register(metricsRoutes, deps)
  await app.register(problemPages)
  await app.register(
    async (scope) => {
      await scope.register(publicAnswers)
      // After what lets other sites read an answer, this one too.
      scope.addHook('onRequest', app.publicSteady)
      await scope.register(async (hot) => {
        const { keptAnswersMiB } = deps.config
        if (keptAnswersMiB > 0) {
          const { freshness, clock, rulebooks } = deps
          const most = keptAnswersMiB * 1024 * 1024
          const kept = createKeptAnswers({ freshness, clock, renew: rulebooks.renew, most })
          await hot.register(hotAnswers, { kept, metrics: deps.metrics })
        }
        await hot.register(portalRoutes, anyone)
        await hot.register(publicExportRoutes, anyone)
        await hot.register(calendarPublicRoutes, anyone)
        await hot.register(sharingRoutes, anyone)
      })
      // Not kept: sealing puts nothing on record, and is seen all the same.
      await scope.register(sealPublicRoutes, anyone)
    },
    { prefix: '/api/public/v1' },
  )
  await app.register(
    async (scope) => {
      await scope.register(publicAnswers)
      scope.addHook('onRequest', app.publicSteady)
      await scope.register(embedRoutes, anyone)
    },
    { prefix: '/nhung' },
  )
  await app.register(async (scope) => {
    scope.addHook('onRequest', app.publicSteady)
    await scope.register(siteMapRoutes, anyone)
  })
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', app.steady)
      await scope.register(sessionRoutes, deps)
    },
    { prefix: '/api/v1' },
  )

  await app.register(
    async (signedIn) => {
      signedIn.addHook('onRequest', app.steady)
      signedIn.addHook('onRequest', app.signedIn)
      signedIn.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store')
      })
      signedIn.addHook('onResponse', async ({ method }) => {
        if (method !== 'GET' && method !== 'HEAD') deps.events.kick()
      })
      // Any account; what each may see, its service decides.
      await signedIn.register(meRoutes, deps)
      await signedIn.register(unitRoutes, deps)
      await signedIn.register(leaderRoutes, deps)
      await signedIn.register(calendarRoutes, deps)
      await signedIn.register(fileRoutes, deps)
      await signedIn.register(assignmentRoutes, deps)
      await signedIn.register(exportRoutes, deps)
      await signedIn.register(eventRoutes, deps)
      await signedIn.register(statisticsRoutes, deps)
      await signedIn.register(notificationRoutes, deps)
      await signedIn.register(savedViewRoutes, deps)

      await signedIn.register(async (unit) => {
        unit.addHook('onRequest', app.unitOnly)
        await unit.register(reportUnitRoutes, deps)
        await unit.register(extensionUnitRoutes, deps)
      })

      await signedIn.register(async (office) => {
        office.addHook('onRequest', app.officeOnly)
        await office.register(directiveRoutes, deps)
        await office.register(assignmentOfficeRoutes, deps)
        await office.register(reviewRoutes, deps)
        await office.register(extensionOfficeRoutes, deps)
        await office.register(reminderRoutes, deps)
        await office.register(unitOfficeRoutes, deps)
        await office.register(leaderOfficeRoutes, deps)
        await office.register(accountRoutes, deps)
        await office.register(specialistRoutes, deps)
        await office.register(calendarOfficeRoutes, deps)
        await office.register(settingsRoutes, deps)
        await office.register(monthlyReportRoutes, deps)
        await office.register(jobRoutes, deps)
        await office.register(auditRoutes, deps)
        await office.register(mailRoutes, deps)
      })
    },
    { prefix: '/api/v1' },
  )

  await app.register(spa, {
    webDir: options.webDir,
    describe: pageHeadsService(anyone).describe,
  })
  return app
}
