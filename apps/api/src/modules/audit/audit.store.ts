import type { EventType, UnitType } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { exactTotal } from '../../paging.ts'
import type { NewEvent } from '../history/history.store.ts'

export interface AuditFilter {
  accountId?: string
  types?: EventType[]
  subjects?: NewEvent['subject'][]
  subjectId?: string
  unitId?: string
  /** From this instant on, and before that one. */
  from?: Date
  before?: Date
}

/** After which event a page begins. */
export interface AuditKey {
  at: Date
  sequence: bigint
}

export interface AuditRecord extends AuditKey {
  id: string
  type: EventType
  role: string | null
  subject: NewEvent['subject']
  subjectId: string
  subjectName: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  requestId: string
  chain: number
  position: bigint
  hash: string
  account: { id: string; displayName: string } | null
  unit: { id: string; code: string; name: string; type: UnitType } | null
}

function condition(filter: AuditFilter): Prisma.Sql {
  const and: Prisma.Sql[] = [Prisma.sql`TRUE`]
  if (filter.accountId) and.push(Prisma.sql`e.account_id = ${filter.accountId}::uuid`)
  if (filter.types) and.push(Prisma.sql`e.type = ANY(${filter.types}::text[])`)
  if (filter.subjects) and.push(Prisma.sql`e.subject = ANY(${filter.subjects}::text[])`)
  if (filter.subjectId) and.push(Prisma.sql`e.subject_id = ${filter.subjectId}::uuid`)
  if (filter.unitId) and.push(Prisma.sql`e.unit_id = ${filter.unitId}::uuid`)
  if (filter.from) and.push(Prisma.sql`e.at >= ${filter.from}::timestamptz`)
  if (filter.before) and.push(Prisma.sql`e.at < ${filter.before}::timestamptz`)
  return Prisma.join(and, ' AND ')
}

/** All events there are, whatever they are about. */
export function auditStore(db: Tx) {
  return {
    /** The latest first. */
    async list(filter: AuditFilter, after: AuditKey | null, limit: number): Promise<AuditRecord[]> {
      const onward = after
        ? Prisma.sql`AND (e.at, e.sequence) < (${after.at}::timestamptz, ${after.sequence}::bigint)`
        : Prisma.empty
      return db.$queryRaw<AuditRecord[]>`
        SELECT e.id, e.sequence, e.at, e.type, e.role, e.subject, e.subject_id AS "subjectId",
               e.before, e.after, e.request_id AS "requestId", e.chain, e.position,
               encode(e.hash, 'hex') AS hash,
               CASE e.subject
                 WHEN 'directive' THEN (SELECT title FROM directive WHERE id = e.subject_id)
                 WHEN 'assignment' THEN (SELECT t.content FROM assignment a
                                           JOIN task t ON t.id = a.task_id WHERE a.id = e.subject_id)
                 WHEN 'unit' THEN (SELECT name FROM unit WHERE id = e.subject_id)
                 WHEN 'leader' THEN (SELECT name FROM leader WHERE id = e.subject_id)
                 WHEN 'account' THEN (SELECT display_name FROM account WHERE id = e.subject_id)
                 WHEN 'monthly_report' THEN (SELECT title FROM monthly_report WHERE id = e.subject_id)
                 WHEN 'file' THEN (SELECT name FROM file WHERE id = e.subject_id)
               END AS "subjectName",
               CASE WHEN c.id IS NOT NULL
                 THEN json_build_object('id', c.id, 'displayName', c.display_name) END AS account,
               CASE WHEN u.id IS NOT NULL
                 THEN json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'type', u.type)
               END AS unit
          FROM (SELECT * FROM event e WHERE ${condition(filter)} ${onward}
                 ORDER BY e.at DESC, e.sequence DESC ${Prisma.raw(`LIMIT ${limit}`)}) AS e
          LEFT JOIN account c ON c.id = e.account_id
          LEFT JOIN unit u ON u.id = e.unit_id
         ORDER BY e.at DESC, e.sequence DESC`
    },

    /** Counted no further than one past the exact total. */
    async count(filter: AuditFilter): Promise<number> {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT FROM event e WHERE ${condition(filter)}
           ${Prisma.raw(`LIMIT ${exactTotal + 1}`)}) AS counted`
      return row?.count ?? 0
    },
  }
}
