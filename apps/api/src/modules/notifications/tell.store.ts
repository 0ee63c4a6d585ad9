import type { NotificationFacts, NotificationKind } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'

/** One thing told to one account. */
export interface NewNotification {
  accountId: string
  kind: NotificationKind
  /** Says what it is about: no account is told the same key twice. */
  key: string
  at: Date
  /** Null when it is about several, or none. */
  assignmentId: string | null
  directiveId: string | null
  /** How many assignments it is about; 1 also when it is about none. */
  count: number
  facts: NotificationFacts
  inBell: boolean
  byMail: boolean
}

/** How accounts are told: whoever tells does it in the transaction of what is told. */
export function tellStore(db: Tx) {
  return {
    /**
     * Tells each what it was not told before, in the order given: one statement, however many. What
     * goes neither into the bell nor into mail is not told.
     * @returns how many were told now
     */
    async insertMany(rows: NewNotification[]): Promise<number> {
      const told = rows.filter(({ inBell, byMail }) => inBell || byMail)
      if (told.length === 0) return 0
      const given = JSON.stringify(told.map((row) => ({ id: newId(), ...row })))
      return db.$executeRaw(
        plannedOnce(Prisma.sql`
        INSERT INTO notification (id, account_id, kind, key, at, assignment_id, directive_id, count,
                                  facts, in_bell, by_mail)
        SELECT given.id, given.account_id, given.kind, given.key, given.at, given.assignment_id,
               given.directive_id, given.count, given.facts, given.in_bell, given.by_mail
          FROM ROWS FROM (jsonb_to_recordset(${given}::jsonb) AS (
                 id uuid, "accountId" uuid, kind text, key text, at timestamptz, "assignmentId" uuid,
                 "directiveId" uuid, count integer, facts jsonb, "inBell" boolean, "byMail" boolean))
               WITH ORDINALITY AS given(id, account_id, kind, key, at, assignment_id, directive_id,
                                        count, facts, in_bell, by_mail, place)
         ORDER BY given.place
        ON CONFLICT (account_id, key) DO NOTHING`),
      )
    },
  }
}
