import { Refusal } from '../refusal.ts'
import { Prisma } from './generated/client.ts'
import type { Tx } from './transaction.ts'

interface Claim {
  accountId: string
  key: string
  requestHash: string
  at: Date
}

/** How long a second press gets the first answer, in milliseconds. */
export const idempotencyWindow = 24 * 60 * 60 * 1000

export function idempotencyStore(db: Tx) {
  return {
    /**
     * Takes the key for this transaction; another one that holds it is waited for.
     * @returns null when the key is now ours, else the answer it gave before
     * @throws Refusal `idempotency-key-reused`
     */
    async claim({ accountId, key, requestHash, at }: Claim): Promise<{ answer: unknown } | null> {
      const expired = new Date(at.getTime() - idempotencyWindow)
      await db.idempotencyKey.deleteMany({ where: { accountId, key, createdAt: { lt: expired } } })
      const taken = await db.$executeRaw`
        INSERT INTO idempotency_key (account_id, key, request_hash, created_at)
        VALUES (${accountId}::uuid, ${key}, ${requestHash}, ${at})
        ON CONFLICT DO NOTHING`
      if (taken === 1) return null
      const row = await db.idempotencyKey.findUniqueOrThrow({
        where: { accountId_key: { accountId, key } },
      })
      if (row.requestHash !== requestHash) throw new Refusal('idempotency-key-reused')
      return { answer: row.answer }
    },

    async keep({ accountId, key }: Claim, answer: unknown): Promise<void> {
      await db.idempotencyKey.update({
        where: { accountId_key: { accountId, key } },
        data: { answer: answer === null ? Prisma.JsonNull : (answer as Prisma.InputJsonValue) },
      })
    },
  }
}
