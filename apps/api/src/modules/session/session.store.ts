import type { Role } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import type { Tx } from '../../db/transaction.ts'

export interface AccountRecord {
  id: string
  username: string
  displayName: string
  roles: Role[]
  unit: { id: string; code: string; name: string } | null
  passwordHash: string
  mustChangePassword: boolean
  disabledAt: Date | null
}

export interface TokenRecord {
  hash: string
  sessionId: string
  issuedAt: Date
  usedAt: Date | null
  session: { id: string; startedAt: Date; expiresAt: Date; endedAt: Date | null; account: AccountRecord }
}

const account = {
  select: {
    id: true,
    username: true,
    displayName: true,
    roles: true,
    unit: { select: { id: true, code: true, name: true } },
    passwordHash: true,
    mustChangePassword: true,
    disabledAt: true,
  },
} as const

/** Asked when a token was issued with a one-time password: has it been changed since? */
export async function accountMustChangePassword(db: Tx, id: string): Promise<boolean> {
  const row = await db.account.findUnique({ where: { id }, select: { mustChangePassword: true } })
  return row?.mustChangePassword ?? true
}

export function sessionStore(db: Tx) {
  return {
    async findAccountByUsername(username: string): Promise<AccountRecord | null> {
      return (await db.account.findUnique({ where: { username }, ...account })) as AccountRecord | null
    },

    async findAccount(id: string): Promise<AccountRecord | null> {
      return (await db.account.findUnique({ where: { id }, ...account })) as AccountRecord | null
    },

    async insertSession(session: { id: string; accountId: string; startedAt: Date; expiresAt: Date }) {
      await db.session.create({ data: session })
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
        include: { session: { include: { account } } },
      })
      return row as TokenRecord | null
    },

    /** The token that followed another, newest last issued. */
    async findLatestToken(sessionId: string): Promise<{ hash: string; usedAt: Date | null } | null> {
      return db.refreshToken.findFirst({
        where: { sessionId },
        orderBy: [{ issuedAt: 'desc' }, { usedAt: { sort: 'desc', nulls: 'first' } }],
        select: { hash: true, usedAt: true },
      })
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

    async savePassword(accountId: string, passwordHash: string): Promise<void> {
      await db.account.update({
        where: { id: accountId },
        data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
      })
    },

    async insertFailure(username: string, address: string, at: Date): Promise<string> {
      const id = newId()
      await db.signInFailure.create({ data: { id, username, address, at } })
      return id
    },

    async deleteFailure(id: string): Promise<void> {
      await db.signInFailure.delete({ where: { id } })
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
  }
}
