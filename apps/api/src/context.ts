import { allows, type Permission, type Role } from '@dunghan/domain'
import { Refusal } from './refusal.ts'

export type Language = 'vi' | 'en'

/** Who is asking. */
export interface Actor {
  accountId: string
  roles: readonly Role[]
  unitId: string | null
  sessionId: string
}

/** One request as the services know it: who, when, in which language, and pressed how often. */
export interface Ctx {
  actor: Actor
  /** When it came: what a unit is judged by. */
  now: Date
  /** The time as it goes on while it is answered. */
  clock: () => Date
  requestId: string
  language: Language
  idempotency: { key: string; requestHash: string } | null
}

/** The system itself acts, as no account and on nobody's request. */
export interface OwnAccord {
  actor: { accountId: null; unitId: null }
  clock: () => Date
  /** What the history knows this act by. */
  requestId: string
  idempotency: null
}

/**
 * @returns the role by which the actor may
 * @throws Refusal `forbidden` when the domain's table gives the permission to none of the actor's roles
 */
export function authorize(ctx: Ctx, permission: Permission): Role {
  const role = ctx.actor.roles.find((own) => allows([own], permission))
  if (!role) throw new Refusal('forbidden')
  return role
}

/** @throws Refusal `stale` when somebody else saved in between (`If-Match` names another version) */
export function requireVersion(current: number, expected: number): void {
  if (current !== expected) throw new Refusal('stale')
}
