import type { NotificationFacts, NotificationKind } from '@dunghan/domain'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { exactTotal } from '../../paging.ts'

/** What an account finds in its bell. */
export interface NotificationRecord {
  id: string
  /** The order in which they were told. */
  sequence: bigint
  kind: NotificationKind
  at: Date
  readAt: Date | null
  assignmentId: string | null
  directiveId: string | null
  count: number
  facts: NotificationFacts
}

export interface BellFilter {
  accountId: string
  /** Without it both are shown. */
  unread?: boolean
}

/** What is read of a notification, here and where it is sent as it is told. */
export const notificationColumns = {
  id: true,
  sequence: true,
  kind: true,
  at: true,
  readAt: true,
  assignmentId: true,
  directiveId: true,
  count: true,
  facts: true,
} as const

type Row = Prisma.NotificationGetPayload<{ select: typeof notificationColumns }>

/** @param row as read with `notificationColumns` */
export const notificationRecord = (row: Row): NotificationRecord => ({
  ...row,
  kind: row.kind as NotificationKind,
  facts: row.facts as unknown as NotificationFacts,
})

const where = ({ accountId, unread }: BellFilter): Prisma.NotificationWhereInput => ({
  accountId,
  inBell: true,
  ...(unread === undefined ? {} : { readAt: unread ? null : { not: null } }),
})

export function notificationStore(db: Tx) {
  return {
    /** Newest first, older than the one given. */
    async list(
      filter: BellFilter,
      before: bigint | null,
      limit: number,
    ): Promise<NotificationRecord[]> {
      const rows = await db.notification.findMany({
        where: { ...where(filter), ...(before === null ? {} : { sequence: { lt: before } }) },
        select: notificationColumns,
        orderBy: { sequence: 'desc' },
        take: limit,
      })
      return rows.map(notificationRecord)
    },

    /** Counted no further than one past the exact total. */
    count: (filter: BellFilter): Promise<number> =>
      db.notification.count({ where: where(filter), take: exactTotal + 1 }),

    /** Null also for another account's. */
    async findOwn(accountId: string, id: string): Promise<NotificationRecord | null> {
      const row = await db.notification.findFirst({
        where: { ...where({ accountId }), id },
        select: notificationColumns,
      })
      return row && notificationRecord(row)
    },

    /** Reads, at an instant, all that an account had been told when it was told this one. */
    async markReadThrough(accountId: string, sequence: bigint, at: Date): Promise<void> {
      await db.notification.updateMany({
        where: { ...where({ accountId, unread: true }), sequence: { lte: sequence } },
        data: { readAt: at },
      })
    },

    /** One that was read before stays read since then. */
    async markRead(accountId: string, id: string, at: Date): Promise<void> {
      await db.notification.updateMany({
        where: { ...where({ accountId, unread: true }), id },
        data: { readAt: at },
      })
    },
  }
}
