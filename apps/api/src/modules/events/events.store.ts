import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type NotificationRecord,
  notificationColumns,
  notificationRecord,
} from '../notifications/notifications.store.ts'
import type { Position } from './position.ts'

/** An assignment of which something was put on record, as it belongs now. */
export interface ChangedAssignment {
  assignmentId: string
  directiveId: string
  unitId: string
}

/** What one account was told, with its place. */
export interface Told extends Position {
  accountId: string
  notification: NotificationRecord
}

/** From the first transaction to the one before the last, which is not in it. */
export interface Stretch {
  from: bigint
  to: bigint
}

/** What was committed, in an order to which nothing is added later. */
export function eventsStore(db: Tx) {
  return {
    /**
     * The oldest transaction that is still under way, or the next to begin. What lies before it is
     * committed or never will be: nothing can come to stand there any more.
     */
    async getHorizon(): Promise<bigint> {
      const [row] = await db.$queryRaw<{ horizon: bigint }[]>`
        SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon`
      if (!row) throw new Error('No horizon.')
      return row.horizon
    },

    /**
     * What came with a backup of another server bears the number of a transaction of there, and
     * would be told once more when this server's get so far: it lies before everything from now on.
     */
    async putRestoredBehind(): Promise<void> {
      await db.$executeRaw`
        UPDATE notification SET transaction_id = 0
         WHERE transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`
    },

    /** Whether the calendar or a setting changed, by which every date and status is counted. */
    async hasChangeOfRules({ from, to }: Stretch): Promise<boolean> {
      const [row] = await db.$queryRaw<{ found: boolean }[]>`
        SELECT EXISTS (SELECT FROM event
          WHERE transaction_id >= ${from}::bigint AND transaction_id < ${to}::bigint
            AND subject IN ('calendar', 'settings')) AS found`
      return row?.found ?? false
    },

    /**
     * The assignments of which anything was put on record, and those of directives of which anything
     * was. @param of those of one unit alone, and no more than so many
     */
    async listChanged(
      { from, to }: Stretch,
      of: { unitId?: string | null; limit?: number } = {},
    ): Promise<ChangedAssignment[]> {
      const unit = of.unitId ? Prisma.sql`AND p.unit_id = ${of.unitId}::uuid` : Prisma.empty
      const limit = of.limit ? Prisma.sql`LIMIT ${of.limit}` : Prisma.empty
      return db.$queryRaw<ChangedAssignment[]>`
        WITH said AS (
          SELECT DISTINCT subject, subject_id, assignment_id FROM event
           WHERE transaction_id >= ${from}::bigint AND transaction_id < ${to}::bigint
             AND (assignment_id IS NOT NULL OR subject = 'directive')),
        changed AS (
          SELECT assignment_id AS id FROM said WHERE assignment_id IS NOT NULL
           UNION
          SELECT a.id FROM said JOIN assignment a ON a.directive_id = said.subject_id
           WHERE said.subject = 'directive')
        SELECT p.assignment_id AS "assignmentId", p.directive_id AS "directiveId",
               p.unit_id AS "unitId"
          FROM changed JOIN assignment_period p
            ON p.assignment_id = changed.id AND p.valid_to IS NULL ${unit} ${limit}`
    },

    /** Which of these sessions go on, of accounts that are not disabled. */
    async listLiveSessions(ids: readonly string[], now: Date): Promise<Set<string>> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT s.id FROM session s JOIN account c ON c.id = s.account_id
         WHERE s.id = ANY(${ids}::uuid[]) AND s.ended_at IS NULL
           AND s.expires_at > ${now}::timestamptz AND c.disabled_at IS NULL`
      return new Set(rows.map(({ id }) => id))
    },

    /** What these accounts were told in the bell, in order. */
    async listTold(
      accountIds: readonly string[],
      after: Position,
      to: bigint,
      limit?: number,
    ): Promise<Told[]> {
      const { transaction, sequence } = after
      const rows = await db.notification.findMany({
        where: {
          accountId: { in: [...accountIds] },
          inBell: true,
          transactionId: { gte: transaction, lt: to },
          OR: [{ transactionId: { gt: transaction } }, { sequence: { gt: sequence } }],
        },
        select: { ...notificationColumns, accountId: true, transactionId: true },
        orderBy: [{ transactionId: 'asc' }, { sequence: 'asc' }],
        take: limit,
      })
      return rows.map(({ accountId, transactionId, ...row }) => ({
        accountId,
        transaction: transactionId,
        sequence: row.sequence,
        notification: notificationRecord(row),
      }))
    },
  }
}
