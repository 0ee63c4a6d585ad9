import type { HistoryEvent } from '@dunghan/contract'
import type { EventType } from '@dunghan/domain'
import type { EventRecord } from './history.store.ts'

type Facts = Record<string, unknown> | null

export function toHistoryEvent(event: EventRecord): HistoryEvent {
  return {
    id: event.id,
    at: event.at.toISOString(),
    type: event.type as EventType,
    by: { account: event.account, role: event.role, unit: event.unit },
    before: event.before as Facts,
    after: event.after as Facts,
    requestId: event.requestId,
  }
}
