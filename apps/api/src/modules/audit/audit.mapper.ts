import type { AuditEvent, AuditSeal } from '@dunghan/contract'
import type { AuditRecord } from './audit.store.ts'
import type { SealRecord } from './seals.store.ts'

export function toAuditEvent(record: AuditRecord): AuditEvent {
  const { account, role, unit, sequence, ...rest } = record
  return {
    ...rest,
    at: record.at.toISOString(),
    position: Number(record.position),
    by: { account, role, unit },
  }
}

export const toSeal = ({ number, at, hash }: SealRecord): AuditSeal => ({
  number,
  at: at.toISOString(),
  hash,
})
