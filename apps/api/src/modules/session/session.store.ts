import { v7 as newId } from 'uuid'
import type { Tx } from '../../db/transaction.ts'
import { type AccountRecord, accountColumns, accountRecord } from '../accounts/accounts.store.ts'

export interface TokenRecord {
  hash: string
  sessionId: string
  issuedAt: Date
  usedAt: Date | null
  session: {
    id: string
    startedAt: Date
    expiresAt: Date
    endedAt: Date | null
    account: AccountRecord
  }
}

export interface NewSession {
  id: string
  accountId: string
  startedAt: Date
  expiresAt: Date
  /** Where it was begun, as attempts are counted by. */
  address: string
}

export function sessionStore(db: Tx) {
  return {
    async insertSession(session: NewSession): Promise<void> {
      await db.session.create({ data: session })
    },

    /** Whether the account of that name signed in from there, since an instant. */
    async hasSessionFrom(username: string, address: string, since: Date): Promise<boolean> {
      const where = { address, startedAt: { gt: since }, account: { username } }
      return (await db.session.findFirst({ where, select: { id: true } })) !== null
    },

    async insertToken(token: { hash: string; sessionId: string; issuedAt: Date }): Promise<void> {
      await db.refreshToken.create({ data: token })
    },

    /** The token with its session and account; its session's row is locked until the transaction ends. */
    async findTokenForUpdate(hash: string): Promise<TokenRecord | null> {
      await db.$queryRaw`
        SELECT 1 FROM session
         WHERE id = (SELECT session_id FROM refresh_token WHERE hash = ${hash}) FOR UPDATE`
      const row = await db.refreshToken.findUnique({
        where: { hash },
        include: { session: { include: { account: accountColumns } } },
      })
      if (!row) return null
      const { account, ...session } = row.session
      return { ...row, session: { ...session, account: accountRecord(account) } }
    },

    /** The token that followed another, newest last issued. */
    async findLatestToken(
      sessionId: string,
    ): Promise<{ hash: string; usedAt: Date | null } | null> {
      return db.refreshToken.findFirst({
        where: { sessionId },
        orderBy: [{ issuedAt: 'desc' }, { usedAt: { sort: 'desc', nulls: 'first' } }],
        select: { hash: true, usedAt: true },
      })
    },

    /** Whether another token of the session, issued when this one was used or later, was used too. */
    async hasUsedSince(sessionId: string, hash: string, usedAt: Date): Promise<boolean> {
      const since = { gte: usedAt }
      const used = { sessionId, hash: { not: hash }, issuedAt: since, usedAt: since }
      return (await db.refreshToken.findFirst({ where: used, select: { hash: true } })) !== null
    },

    async markTokenUsed(hash: string, at: Date): Promise<void> {
      await db.refreshToken.update({ where: { hash }, data: { usedAt: at } })
    },

    async prolongSession(id: string, expiresAt: Date): Promise<void> {
      await db.session.update({ where: { id }, data: { expiresAt } })
    },

    async endSession(id: string, at: Date): Promise<void> {
      await db.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } })
    },

    async endSessionsOf(accountId: string, at: Date, except?: string): Promise<void> {
      await db.session.updateMany({
        where: { accountId, endedAt: null, ...(except ? { id: { not: except } } : {}) },
        data: { endedAt: at },
      })
    },

    async insertFailure(username: string, address: string, at: Date): Promise<string> {
      const id = newId()
      await db.signInFailure.create({ data: { id, username, address, at } })
      return id
    },

    async deleteFailure(id: string): Promise<void> {
      // It may have been forgiven in the meantime.
      await db.signInFailure.deleteMany({ where: { id } })
    },

    /** Newest first, since an instant. */
    async listFailures(where: { username?: string; address?: string }, since: Date, most: number) {
      return db.signInFailure.findMany({
        where: { ...where, at: { gt: since } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: most,
        select: { id: true, at: true },
      })
    },

    async deleteFailures(username: string, address: string): Promise<void> {
      await db.signInFailure.deleteMany({ where: { username, address } })
    },

    /** Wherever they came from. */
    async deleteFailuresOf(username: string): Promise<void> {
      await db.signInFailure.deleteMany({ where: { username } })
    },
  }
}
