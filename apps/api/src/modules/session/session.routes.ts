import { ChangePasswordBody, Me, SessionAnswer, SignInBody } from '@dunghan/contract'
import cookies, { type CookieSerializeOptions } from '@fastify/cookie'
import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { fromOwnPage } from '../../http/own-page.ts'
import { contextOf } from '../../http/request-context.ts'
import { Refusal } from '../../refusal.ts'
import { type Granted, sessionService } from './session.service.ts'

const tags = ['session']
const Nothing = z.void().meta({ description: 'No content' })

/** Where a request came from; of an IPv6 address the network, which one person has to himself. */
const addressOf = ({ ip }: FastifyRequest) => normalizeIP(ip)

/** Signing in, staying in, signing out: the only calls that read or write the cookie. */
export const sessionRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const sessions = sessionService(deps)
  const secure = deps.config.publicUrl.startsWith('https:')
  // No other host of the domain can plant a cookie of this name; the name asks for the path `/`.
  const cookieName = secure ? '__Host-refresh' : 'refresh'
  const cookie: CookieSerializeOptions = {
    path: secure ? '/' : '/api/v1/session',
    httpOnly: true,
    sameSite: 'strict',
    secure,
  }
  await app.register(cookies)
  app.addHook('onRequest', fromOwnPage(deps.config.publicUrl))

  const answer = async (reply: FastifyReply, granted: Granted) => {
    reply.header('Cache-Control', 'no-store')
    reply.setCookie(cookieName, granted.refreshToken, { ...cookie, expires: granted.refreshUntil })
    return {
      accessToken: app.jwt.sign(granted.claims),
      expiresAt: granted.expiresAt.toISOString(),
      account: granted.account,
      limits: await sessions.limits(),
    }
  }

  app.post(
    '/session',
    { schema: { operationId: 'signIn', tags, body: SignInBody, response: { 200: SessionAnswer } } },
    async (request, reply) => {
      try {
        const granted = await sessions.signIn(request.body, addressOf(request))
        request.log.info({ account: granted.account.id }, 'signed in')
        return await answer(reply, granted)
      } catch (error) {
        // Not the name that was typed: it may be a password in the wrong field.
        if (error instanceof Refusal) request.log.warn({ reason: error.problem }, 'sign-in refused')
        throw error
      }
    },
  )

  app.post(
    '/session/refresh',
    { schema: { operationId: 'refreshSession', tags, response: { 200: SessionAnswer } } },
    async (request, reply) => {
      try {
        return await answer(reply, await sessions.refresh(request.cookies[cookieName]))
      } catch (error) {
        if (error instanceof Refusal) {
          request.log.info('session over')
          reply.clearCookie(cookieName, cookie)
        }
        throw error
      }
    },
  )

  app.delete(
    '/session',
    { schema: { operationId: 'signOut', tags, response: { 204: Nothing } } },
    async (request, reply) => {
      await sessions.signOut(request.cookies[cookieName])
      request.log.info('signed out')
      reply.clearCookie(cookieName, cookie)
      return reply.code(204).send()
    },
  )
}

/** The account itself; open also while a one-time password waits to be changed. */
export const meRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const sessions = sessionService(deps)
  const config = { beforePasswordChange: true }

  app.get(
    '/me',
    { config, schema: { operationId: 'getMe', tags, response: { 200: Me } } },
    (request) => sessions.me(contextOf(request, deps.clock)),
  )

  app.put(
    '/me/password',
    {
      config,
      schema: {
        operationId: 'changePassword',
        tags,
        body: ChangePasswordBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await sessions.changePassword(
        contextOf(request, deps.clock),
        request.body,
        addressOf(request),
      )
      return reply.code(204).send()
    },
  )
}
