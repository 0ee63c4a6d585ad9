import { type Telling, type ToldEvent, tellingOf } from '@dunghan/domain'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'

/** One event that tells somebody. */
export interface NotedTelling {
  eventId: string
  assignmentId: string | null
  telling: Telling
}

const noted = new WeakMap<Tx, NotedTelling[]>()

/** Notes, of what was just recorded, what is to be told by the end of the act. */
export function noteTellings(
  tx: Tx,
  events: (ToldEvent & { id: string; assignmentId?: string })[],
): void {
  const found = events.flatMap((event): NotedTelling[] => {
    const telling = tellingOf(event)
    return telling ? [{ eventId: event.id, assignmentId: event.assignmentId ?? null, telling }] : []
  })
  if (found.length === 0) return
  // Outside an act nobody would tell it: then this refuses.
  recordedAt(tx)
  noted.set(tx, [...(noted.get(tx) ?? []), ...found])
}

/** All that was noted since it was last asked, in the order it happened. */
export function takeNotedTellings(tx: Tx): NotedTelling[] {
  const found = noted.get(tx) ?? []
  noted.delete(tx)
  return found
}
