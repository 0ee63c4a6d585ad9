import type { Notification } from '@dunghan/contract'
import { noFacts } from '@dunghan/domain'
import type { NotificationRecord } from './notifications.store.ts'

export function toNotification({
  sequence,
  at,
  readAt,
  facts,
  ...rest
}: NotificationRecord): Notification {
  return {
    ...rest,
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    // What was told before a fact was known of says nothing of it.
    facts: { ...noFacts, ...facts },
  }
}
