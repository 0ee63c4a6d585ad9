import { Prisma } from './generated/client.ts'
import type { Tx } from './transaction.ts'

interface Claim {
  accountId: string
  key: string
  requestHash: string
  at: Date
}

interface EarlierUse {
  requestHash: string
  answer: unknown
}

/** How long a second press gets the first answer, in milliseconds. */
export const idempotencyWindow = 24 * 60 * 60 * 1000

export function idempotencyStore(db: Tx) {
  return {
    /**
     * Takes the key for this transaction; another one that holds it is waited for.
     * @returns null when the key is now ours, else the request it came with and the answer it gave
     */
    async claim({ accountId, key, requestHash, at }: Claim): Promise<EarlierUse | null> {
      const expired = new Date(at.getTime() - idempotencyWindow)
      await db.idempotencyKey.deleteMany({ where: { accountId, key, createdAt: { lt: expired } } })
      for (let attempt = 1; attempt <= 2; attempt++) {
        const taken = await db.$executeRaw`
          INSERT INTO idempotency_key (account_id, key, request_hash, created_at)
          VALUES (${accountId}::uuid, ${key}, ${requestHash}, ${at})
          ON CONFLICT DO NOTHING`
        if (taken === 1) return null
        const where = { accountId_key: { accountId, key } }
        const select = { requestHash: true, answer: true }
        const row = await db.idempotencyKey.findUnique({ where, select })
        // Swept between the two statements, it is free again.
        if (row) return row
      }
      throw new Error('An idempotency key came and went twice.')
    },

    async keep({ accountId, key }: Claim, answer: unknown): Promise<void> {
      await db.idempotencyKey.update({
        where: { accountId_key: { accountId, key } },
        data: { answer: answer === null ? Prisma.JsonNull : (answer as Prisma.InputJsonValue) },
      })
    },
  }
}
