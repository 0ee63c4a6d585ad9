import type { HistoryEvent } from '@dunghan/contract'
import type { EventRecord } from './history.store.ts'

type Facts = HistoryEvent['before']

/** @param ofOffice whether the reader is of the office; who drafted an order is not told to units */
export function toHistoryEvent(event: EventRecord, ofOffice: boolean): HistoryEvent {
  const told = (facts: Facts) => (ofOffice ? facts : withoutDrafter(facts))
  return {
    id: event.id,
    at: event.at.toISOString(),
    type: event.type,
    by: { account: event.account, role: event.role, unit: event.unit },
    before: told(event.before),
    after: told(event.after),
    requestId: event.requestId,
  }
}

function withoutDrafter(facts: Facts): Facts {
  if (!facts) return facts
  const { draftedById, ...rest } = facts
  return rest
}
