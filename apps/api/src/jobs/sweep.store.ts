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

    /** Read before an instant, or told before it by mail alone; what nobody has read stays. */
    deleteNotifications: (before: Date): Promise<number> =>
      counted(
        db.notification.deleteMany({
          where: { OR: [{ readAt: { lt: before } }, { inBell: false, at: { lt: before } }] },
        }),
      ),

    /** Runs of jobs that began before an instant; the latest of a job that is rare stays. */
    deleteJobRuns: (before: Date): Promise<number> =>
      db.$executeRaw`
        DELETE FROM job_run old
         WHERE old.started_at < ${before}::timestamptz
           AND EXISTS (SELECT FROM job_run later
                        WHERE later.job = old.job AND later.started_at > old.started_at)`,
  }
}
