import type { Role } from '@dunghan/domain'
import type { Ctx } from '../context.ts'

/** An account that acts in the story. */
export interface Player {
  accountId: string
  role: Role
  unitId: string | null
}

/** Who is there: accounts by username (a unit's is its code), units and leaders. */
export interface Cast {
  players: Map<string, Player>
  unitIds: Map<string, string>
  leaderIds: Map<string, string>
}

/** Marks, in the history, what nobody really did. */
export const madeUpRequest = 'minh-hoa'

/** What the services are told when a player acts. */
export function actAs({ accountId, role, unitId }: Player, now: Date): Ctx {
  return {
    actor: { accountId, roles: [role], unitId, sessionId: accountId },
    now,
    clock: () => now,
    requestId: madeUpRequest,
    language: 'vi',
    idempotency: null,
  }
}

/** What a map must hold, or the data of the demonstration names something it lacks. */
export function must<K, V>(from: Map<K, V>, key: K): V {
  const found = from.get(key)
  if (found === undefined) throw new Error(`the demonstration's data has no ${String(key)}`)
  return found
}
