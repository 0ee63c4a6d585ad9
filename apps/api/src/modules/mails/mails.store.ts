import type { NotificationFacts, NotificationKind } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { exactTotal } from '../../paging.ts'

export type MailState = 'waiting' | 'sent' | 'failed'

/** A mail on its way, with the account as it is now. */
export interface MailRecord {
  id: string
  account: { id: string; displayName: string; email: string | null; disabledAt: Date | null }
  address: string
  state: MailState
  attempts: number
  lastError: string | null
  createdAt: Date
  nextAttemptAt: Date | null
  sentAt: Date | null
  /** How many notifications it tells of. */
  notifications: number
}

/** One thing a mail tells of. */
export interface MailedNotification {
  kind: NotificationKind
  count: number
  assignmentId: string | null
  directiveId: string | null
  facts: NotificationFacts
  /** Whether its directive is internal by now. */
  internal: boolean
}

/** One number for all processes of the product: whoever holds it gathers digests, the rest wait. */
const digestLock = 1_298_2015

const columns = {
  include: {
    account: { select: { id: true, displayName: true, email: true, disabledAt: true } },
    _count: { select: { notifications: true } },
  },
} as const

const record = ({
  accountId,
  _count,
  ...row
}: Prisma.MailGetPayload<typeof columns>): MailRecord => ({
  ...row,
  state: row.state as MailState,
  notifications: _count.notifications,
})

export function mailStore(db: Tx) {
  return {
    /** Until the transaction ends nobody else gathers digests. */
    async lockDigests(): Promise<void> {
      await db.$queryRaw`SELECT pg_advisory_xact_lock(${digestLock}::bigint)::text`
    },

    /**
     * Gathers what each account is to read by mail into one mail, which waits to be sent.
     * @param told.since what was told before is no news any more
     * @param told.lastMailBefore an account that had a mail after it waits for the next time
     * @returns how many mails
     */
    async insertDigests(
      now: Date,
      { since, lastMailBefore }: { since: Date; lastMailBefore: Date },
    ): Promise<number> {
      const accounts = await db.$queryRaw<{ id: string; email: string }[]>`
        SELECT a.id, a.email
          FROM account a
         WHERE a.disabled_at IS NULL AND a.email IS NOT NULL
           AND EXISTS (SELECT FROM notification n
                        WHERE n.account_id = a.id AND n.by_mail AND n.mail_id IS NULL
                          AND n.at >= ${since}::timestamptz)
           AND NOT EXISTS (SELECT FROM mail m
                            WHERE m.account_id = a.id AND m.created_at > ${lastMailBefore}::timestamptz)
         ORDER BY a.id`
      if (accounts.length === 0) return 0
      const mails = accounts.map(({ id, email }) => ({
        id: newId(),
        accountId: id,
        address: email,
        state: 'waiting',
        createdAt: now,
        nextAttemptAt: now,
      }))
      await db.mail.createMany({ data: mails })
      await db.$executeRaw`
        UPDATE notification n SET mail_id = given.id
          FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) AS given(id uuid, "accountId" uuid)
         WHERE n.account_id = given."accountId" AND n.by_mail AND n.mail_id IS NULL
           AND n.at >= ${since}::timestamptz`
      return mails.length
    },

    /**
     * Takes the mail that has waited longest, for an attempt to send it to the address that its
     * account has now; nobody else takes it until
     * the lease is over, nor does anybody if this attempt's outcome is kept.
     */
    async claimNext(now: Date, lease: Date): Promise<MailRecord | null> {
      const [claimed] = await db.$queryRaw<{ id: string }[]>`
        UPDATE mail SET attempts = attempts + 1, next_attempt_at = ${lease}::timestamptz,
               address = COALESCE((SELECT email FROM account WHERE id = account_id), address)
         WHERE id = (SELECT id FROM mail
                      WHERE state = 'waiting' AND next_attempt_at <= ${now}::timestamptz
                      ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id`
      return claimed ? this.findById(claimed.id) : null
    },

    /** What a mail tells of, in the order it was told. */
    async listNotifications(mailId: string): Promise<MailedNotification[]> {
      return db.$queryRaw<MailedNotification[]>`
        SELECT n.kind, n.count, n.assignment_id AS "assignmentId",
               n.directive_id AS "directiveId", n.facts,
               COALESCE(d.visibility = 'internal', false) AS internal
          FROM notification n
          LEFT JOIN directive d ON d.id = n.directive_id
         WHERE n.mail_id = ${mailId}::uuid
         ORDER BY n.sequence`
    },

    async saveSent(id: string, at: Date): Promise<void> {
      await db.mail.update({
        where: { id },
        data: { state: 'sent', sentAt: at, nextAttemptAt: null, lastError: null },
      })
    },

    async savePostponed(id: string, until: Date, error: string): Promise<void> {
      await db.mail.update({ where: { id }, data: { nextAttemptAt: until, lastError: error } })
    },

    async saveFailed(id: string, error: string): Promise<void> {
      await db.mail.update({
        where: { id },
        data: { state: 'failed', nextAttemptAt: null, lastError: error },
      })
    },

    /**
     * A mail that was not sent waits anew, for the address the account has now.
     * @returns false when it was sent
     */
    async saveRetry(id: string, address: string, now: Date): Promise<boolean> {
      const { count } = await db.mail.updateMany({
        where: { id, state: { not: 'sent' } },
        data: { state: 'waiting', address, attempts: 0, nextAttemptAt: now },
      })
      return count === 1
    },

    async findById(id: string): Promise<MailRecord | null> {
      const row = await db.mail.findUnique({ where: { id }, ...columns })
      return row && record(row)
    },

    /** The latest first, after the mail given. */
    async list(
      state: MailState | undefined,
      after: { createdAt: Date; id: string } | null,
      limit: number,
    ): Promise<MailRecord[]> {
      const rows = await db.mail.findMany({
        where: {
          state,
          ...(after && {
            OR: [
              { createdAt: { lt: after.createdAt } },
              { createdAt: after.createdAt, id: { lt: after.id } },
            ],
          }),
        },
        ...columns,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return rows.map(record)
    },

    /** Counted no further than one past the exact total. */
    count: (state: MailState | undefined): Promise<number> =>
      db.mail.count({ where: { state }, take: exactTotal + 1 }),
  }
}
