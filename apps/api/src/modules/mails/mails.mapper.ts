import type { Mail } from '@dunghan/contract'
import type { MailRecord } from './mails.store.ts'

export const toMail = ({
  id,
  account,
  address,
  state,
  attempts,
  lastError,
  createdAt,
  nextAttemptAt,
  sentAt,
  notifications,
}: MailRecord): Mail => ({
  id,
  account: { id: account.id, displayName: account.displayName },
  address,
  state,
  attempts,
  lastError,
  createdAt: createdAt.toISOString(),
  nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
  sentAt: sentAt?.toISOString() ?? null,
  notifications,
})
