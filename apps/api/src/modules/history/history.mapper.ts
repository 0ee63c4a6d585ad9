import type { HistoryEvent } from '@dunghan/contract'
import type { EventRecord } from './history.store.ts'

export function toHistoryEvent(event: EventRecord): HistoryEvent {
  return {
    id: event.id,
    at: event.at.toISOString(),
    type: event.type,
    by: { account: event.account, role: event.role, unit: event.unit },
    before: event.before,
    after: event.after,
    requestId: event.requestId,
  }
}
