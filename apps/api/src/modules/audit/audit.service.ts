import {
  type AuditPage,
  type AuditQuery,
  type AuditSealPage,
  type AuditSealQuery,
  type AuditVerification,
  Instant,
} from '@dunghan/contract'
import { civilDateAt, endOfDay, startOfDay } from '@dunghan/domain'
import { z } from 'zod'
import { authorize, type Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import type { DocumentFile } from '../../documents/document-file.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { toAuditEvent, toSeal } from './audit.mapper.ts'
import { auditStore } from './audit.store.ts'
import { exportHistory } from './export-history.ts'
import { sealStore } from './seals.store.ts'
import { type Verification, verifyChains } from './verify-chains.ts'

const Cursor = z.tuple([Instant, z.string().regex(/^\d{1,18}$/)])
const SealCursor = z.tuple([z.string().regex(/^\d{1,9}$/)])

/** The whole history, for the admin to read, to take away and to have verified. */
export function auditService({ database }: Pick<Deps, 'database'>) {
  const db = database.prisma
  let underWay: Promise<Verification> | undefined

  return {
    async list(ctx: Ctx, query: AuditQuery): Promise<AuditPage> {
      authorize(ctx, 'audit.read')
      const { cursor, limit, from, to, account, unit, type, subject, subjectId } = query
      const key = readCursor(cursor, Cursor)
      const after = key && { at: new Date(key[0]), sequence: BigInt(key[1]) }
      const filter = {
        accountId: account,
        unitId: unit,
        types: type,
        subjects: subject,
        subjectId,
        from: from ? startOfDay(from) : undefined,
        before: to ? endOfDay(to) : undefined,
      }
      const store = auditStore(db)
      const [rows, total] = await Promise.all([
        store.list(filter, after, limit + 1),
        store.count(filter),
      ])
      const page = pageOf(
        rows,
        limit,
        ({ at, sequence }) => [at.toISOString(), String(sequence)],
        total,
      )
      return { ...page, items: page.items.map(toAuditEvent) }
    },

    /** All of it, from the first event on; asked again meanwhile, it is looked at once. */
    async verify(ctx: Ctx): Promise<AuditVerification> {
      authorize(ctx, 'audit.read')
      underWay ??= verifyChains(db).finally(() => {
        underWay = undefined
      })
      const found = await underWay
      const last = await sealStore(db).findLast()
      return {
        verified: found.firstBroken === null,
        checkedAt: ctx.clock().toISOString(),
        ...found,
        lastSeal: last && toSeal(last),
      }
    },

    /** All of it, for others to verify. */
    export(ctx: Ctx): DocumentFile {
      authorize(ctx, 'audit.read')
      return {
        name: `nhat-ky-${civilDateAt(ctx.now)}.ndjson`,
        mediaType: 'application/x-ndjson; charset=utf-8',
        content: () => exportHistory(db),
      }
    },

    /** For anyone to keep. */
    async listSeals({ cursor, limit }: AuditSealQuery): Promise<AuditSealPage> {
      const key = readCursor(cursor, SealCursor)
      const seals = sealStore(db)
      const before = key && Number(key[0])
      const [rows, total] = await Promise.all([seals.list(before, limit + 1), seals.count()])
      const page = pageOf(rows, limit, ({ number }) => [String(number)], total)
      return { ...page, items: page.items.map(toSeal) }
    },
  }
}
