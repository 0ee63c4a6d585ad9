import type { Tx } from '../db/transaction.ts'

/** What is only kept for a while, and gone after. Each verb answers how many there were. */
export function sweepStore(db: Tx) {
  const counted = async (deleting: Promise<{ count: number }>) => (await deleting).count
  return {
    /** Sessions that ended, or could last no longer, before an instant; their tokens go with them. */
    deleteSessions: (before: Date): Promise<number> =>
      counted(
        db.session.deleteMany({
          where: { OR: [{ expiresAt: { lt: before } }, { endedAt: { lt: before } }] },
        }),
      ),

    /** Tokens used up before an instant, of sessions that go on. */
    deleteRefreshTokens: (before: Date): Promise<number> =>
      counted(db.refreshToken.deleteMany({ where: { usedAt: { lt: before } } })),

    deleteIdempotencyKeys: (before: Date): Promise<number> =>
      counted(db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } })),

    deleteSignInFailures: (before: Date): Promise<number> =>
      counted(db.signInFailure.deleteMany({ where: { at: { lt: before } } })),
  }
}
