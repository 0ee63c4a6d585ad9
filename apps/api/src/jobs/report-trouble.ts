import { civilDateAt, noFacts, rolesToldOf, toldBy } from '@dunghan/domain'
import type { Tx } from '../db/transaction.ts'
import { recipientStore } from '../modules/notifications/recipients.store.ts'
import { tellStore } from '../modules/notifications/tell.store.ts'

/**
 * Tells the admins that something of the product itself does not work, once for each cause and day.
 * @param cause names it, the same however often it is met
 * @param sentence what they read, in Vietnamese
 */
export async function reportTrouble(
  db: Tx,
  now: Date,
  cause: string,
  sentence: string,
): Promise<void> {
  const admins = await recipientStore(db).listWithRoles(rolesToldOf('system_trouble'))
  await tellStore(db).insertMany(
    admins.map(({ accountId, choices }) => {
      const { bell, mail } = toldBy('system_trouble', choices)
      return {
        accountId,
        kind: 'system_trouble',
        key: `system_trouble:${cause}:${civilDateAt(now)}`,
        at: now,
        assignmentId: null,
        directiveId: null,
        count: 1,
        facts: { ...noFacts, note: sentence },
        inBell: bell,
        byMail: mail,
      }
    }),
  )
}
