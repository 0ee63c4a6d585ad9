import jwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Actor } from '../context.ts'
import type { AccessClaims } from '../modules/session/access-claims.ts'
import { Refusal } from '../refusal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
    /** When the actor's access token ends. */
    accessUntil: Date | null
  }
  interface FastifyContextConfig {
    /** May be called while a one-time password still waits to be changed. */
    beforePasswordChange?: boolean
  }
}

export interface AuthOptions {
  secret: string
  clock: () => Date
  /** Asked only of tokens that were issued with a one-time password still in force. */
  mustChangePassword: (accountId: string) => Promise<boolean>
}

/** Offers `app.signedIn`, `app.officeOnly` and `app.unitOnly`: the hooks the scopes of app.ts hang on. */
export const auth = fp(async (app: FastifyInstance, options: AuthOptions) => {
  await app.register(jwt, {
    secret: options.secret,
    sign: { algorithm: 'HS256', noTimestamp: true },
    // Expiry is judged below, by the clock that was handed in.
    verify: { algorithms: ['HS256'], ignoreExpiration: true },
  })
  app.decorateRequest('actor', null)
  app.decorateRequest('accessUntil', null)

  const claimsOf = (request: FastifyRequest): AccessClaims => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refusal('unauthenticated')
    let claims: AccessClaims
    try {
      claims = app.jwt.verify<AccessClaims>(token)
    } catch {
      throw new Refusal('unauthenticated')
    }
    if (!(claims.exp * 1000 > options.clock().getTime())) throw new Refusal('unauthenticated')
    return claims
  }

  app.decorate('signedIn', async (request: FastifyRequest) => {
    const claims = claimsOf(request)
    request.actor = {
      accountId: claims.sub,
      sessionId: claims.sid,
      roles: claims.roles,
      unitId: claims.unitId,
    }
    request.accessUntil = new Date(claims.exp * 1000)
    const held = claims.mustChangePassword && !request.routeOptions.config.beforePasswordChange
    if (held && (await options.mustChangePassword(claims.sub))) {
      throw new Refusal('password-change-required')
    }
  })
  app.decorate('officeOnly', async (request: FastifyRequest) => {
    if (!request.actor || request.actor.unitId !== null) throw new Refusal('forbidden')
  })
  app.decorate('unitOnly', async (request: FastifyRequest) => {
    if (!request.actor?.unitId) throw new Refusal('forbidden')
  })
})

declare module 'fastify' {
  interface FastifyInstance {
    signedIn: (request: FastifyRequest) => Promise<void>
    officeOnly: (request: FastifyRequest) => Promise<void>
    unitOnly: (request: FastifyRequest) => Promise<void>
  }
}
