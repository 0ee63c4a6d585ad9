import { allows } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import type { Listener } from './event-tail.ts'
import { beginOf, readPosition } from './position.ts'

/** How a stream is written to. */
export type Line = Pick<Listener, 'send' | 'beat' | 'takesMore' | 'end'>

/** No place of ours lies so far: whoever has such a one is told to read all again. */
const beyond = beginOf(10n ** 18n)

export function eventsService({ events }: Pick<Deps, 'events'>) {
  return {
    /**
     * Tells the actor from now on of what concerns it, and nothing of work it may not read.
     * @param until when the actor's access token ends
     * @param lastId of the last event it was told; all after that comes first
     * @returns leaves again
     * @throws Refusal `rate-limited`
     */
    listen(ctx: Ctx, until: Date, lastId: string | undefined, line: Line): () => void {
      const { accountId, sessionId, roles, unitId } = ctx.actor
      const readsAll = allows(roles, 'assignment.readAll')
      const listener = { ...line, accountId, sessionId, unitId, readsAll, until }
      events.join(listener, lastId ? (readPosition(lastId) ?? beyond) : null)
      return () => events.leave(listener)
    },
  }
}
