import { createHash, randomBytes } from 'node:crypto'
import type { ChangePasswordBody, Limits, Me, SignedInAccount, SignInBody } from '@dunghan/contract'
import { assertNoBreach, permissionsOf } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import type { Ctx } from '../../context.ts'
import { inTransaction, type Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { type AccountRecord, accountStore } from '../accounts/accounts.store.ts'
import { dummyHash, hashPassword, verifyPassword } from '../accounts/password-hash.ts'
import { passwordBreaches } from '../accounts/password-strength.ts'
import { historyStore } from '../history/history.store.ts'
import type { AccessClaims } from './access-claims.ts'
import { countAttempt, forgiveAttempts } from './attempts.ts'
import { sessionStore, type TokenRecord } from './session.store.ts'

const minute = 60_000
const accessLife = 10 * minute
/** A session ends when it lies idle this long, */
const idleLife = 12 * 60 * minute
/** and after a week in any case. */
const longestLife = 7 * 24 * 60 * minute
/** A used cookie may come once more within this time: the answer that replaced it may have got lost. */
const lostAnswerGrace = 10_000

/** What signing in and refreshing give: the claims to sign, and the cookie's new value. */
export interface Granted {
  claims: AccessClaims
  expiresAt: Date
  account: SignedInAccount
  refreshToken: string
  /** Until when the cookie is of use. */
  refreshUntil: Date
}

export function sessionService({
  database,
  clock,
  rulebooks,
}: Pick<Deps, 'database' | 'clock' | 'rulebooks'>) {
  const limits = async (): Promise<Limits> => {
    const { settings } = await rulebooks.current()
    return { maxUploadBytes: settings.maxUploadMiB * 1024 * 1024 }
  }
  return {
    /** What the settings allow, for screens to say beforehand. */
    limits,

    /** @throws Refusal `invalid-credentials`, the same whether or not the name exists; `too-many-attempts` */
    async signIn(body: SignInBody, address: string): Promise<Granted> {
      const now = clock()
      const username = body.username.normalize('NFC').trim().toLowerCase()
      await countAttempt(database.prisma, { username, address, at: now })
      const seen = await accountStore(database.prisma).findByUsername(username)
      const matches = await verifyPassword(seen?.passwordHash ?? (await dummyHash()), body.password)
      if (!seen || !matches) throw new Refusal('invalid-credentials')
      return inTransaction(database, async (tx) => {
        // While the password was looked at it may have been reset, or the account disabled.
        const account = await accountStore(tx).lockById(seen.id)
        if (account?.passwordHash !== seen.passwordHash || account.disabledAt) {
          throw new Refusal('invalid-credentials')
        }
        await forgiveAttempts(tx, username, address)
        const session = {
          id: newId(),
          startedAt: now,
          expiresAt: new Date(now.getTime() + idleLife),
        }
        await sessionStore(tx).insertSession({ ...session, accountId: account.id, address })
        return grant(tx, account, session, now)
      })
    },

    /** @throws Refusal `unauthenticated`; a token used twice has ended its session by then */
    async refresh(refreshToken: string | undefined): Promise<Granted> {
      const now = clock()
      const granted = await inTransaction(database, async (tx) => {
        const sessions = sessionStore(tx)
        const token = refreshToken && (await sessions.findTokenForUpdate(digest(refreshToken)))
        if (!token || !isAlive(token, now)) return null
        if (token.usedAt && !(await wasLost(tx, token, now))) {
          await sessions.endSession(token.sessionId, now)
          return null
        }
        if (!token.usedAt) await sessions.markTokenUsed(token.hash, now)
        return grant(tx, token.session.account, token.session, now)
      })
      if (!granted) throw new Refusal('unauthenticated')
      return granted
    },

    /** The session of that cookie is over; a cookie nobody knows is over already. */
    async signOut(refreshToken: string | undefined): Promise<void> {
      if (!refreshToken) return
      await inTransaction(database, async (tx) => {
        const token = await sessionStore(tx).findTokenForUpdate(digest(refreshToken))
        if (token) await sessionStore(tx).endSession(token.sessionId, clock())
      })
    },

    /** Asked when a token was issued with a one-time password: has it been changed since? */
    async mustChangePassword(accountId: string): Promise<boolean> {
      const account = await accountStore(database.prisma).findById(accountId)
      return account?.mustChangePassword ?? true
    },

    async me(ctx: Ctx): Promise<Me> {
      const account = await accountStore(database.prisma).findById(ctx.actor.accountId)
      if (!account || account.disabledAt) throw new Refusal('unauthenticated')
      return {
        ...signedIn(account),
        permissions: permissionsOf(account.roles),
        limits: await limits(),
      }
    },

    /**
     * @throws Refusal `invalid-credentials` when the current password is wrong, or was reset while
     * it was looked at; `password-too-weak`; `too-many-attempts`
     */
    async changePassword(ctx: Ctx, body: ChangePasswordBody, address: string): Promise<void> {
      const account = await accountStore(database.prisma).findById(ctx.actor.accountId)
      if (!account || account.disabledAt) throw new Refusal('unauthenticated')
      await countAttempt(database.prisma, { username: account.username, address, at: ctx.now })
      if (!(await verifyPassword(account.passwordHash, body.currentPassword))) {
        throw new Refusal('invalid-credentials', { pointer: '/currentPassword' })
      }
      // Whoever knows the present password guesses at nothing, however the new one is refused.
      await forgiveAttempts(database.prisma, account.username, address)
      const breaches = await passwordBreaches(body.newPassword, account)
      assertNoBreach(breaches.map((breach) => ({ ...breach, pointer: '/newPassword' })))
      if (await verifyPassword(account.passwordHash, body.newPassword)) {
        throw new Refusal('password-too-weak', { pointer: '/newPassword' })
      }
      const passwordHash = await hashPassword(body.newPassword)
      await act(database, ctx, async (tx) => {
        const isStillThat = { id: account.id, passwordHash: account.passwordHash }
        if (!(await accountStore(tx).savePassword(isStillThat, passwordHash))) {
          throw new Refusal('invalid-credentials', { pointer: '/currentPassword' })
        }
        await sessionStore(tx).endSessionsOf(account.id, ctx.now, ctx.actor.sessionId)
        await historyStore(tx).append(ctx, {
          type: 'account.password_changed',
          role: account.roles[0] ?? 'unit',
          subject: 'account',
          subjectId: account.id,
        })
      })
    },
  }
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex')

function isAlive({ session }: TokenRecord, now: Date): boolean {
  return !session.endedAt && session.expiresAt > now && !session.account.disabledAt
}

/** The token was used just now, and nothing that replaced it ever was: its answer did not arrive. */
async function wasLost(tx: Tx, token: TokenRecord, now: Date): Promise<boolean> {
  if (!token.usedAt || now.getTime() - token.usedAt.getTime() > lostAnswerGrace) return false
  if (await sessionStore(tx).hasUsedSince(token.sessionId, token.hash, token.usedAt)) return false
  const latest = await sessionStore(tx).findLatestToken(token.sessionId)
  if (!latest || latest.usedAt) return false
  await sessionStore(tx).markTokenUsed(latest.hash, new Date(now.getTime() - lostAnswerGrace - 1))
  return true
}

async function grant(
  tx: Tx,
  account: AccountRecord,
  session: { id: string; startedAt: Date },
  now: Date,
): Promise<Granted> {
  const refreshToken = randomBytes(32).toString('base64url')
  const refreshUntil = new Date(
    Math.min(now.getTime() + idleLife, session.startedAt.getTime() + longestLife),
  )
  await sessionStore(tx).insertToken({
    hash: digest(refreshToken),
    sessionId: session.id,
    issuedAt: now,
  })
  await sessionStore(tx).prolongSession(session.id, refreshUntil)
  const expiresAt = new Date(Math.floor((now.getTime() + accessLife) / 1000) * 1000)
  return {
    claims: {
      sub: account.id,
      sid: session.id,
      roles: account.roles,
      unitId: account.unit?.id ?? null,
      mustChangePassword: account.mustChangePassword,
      exp: expiresAt.getTime() / 1000,
    },
    expiresAt,
    account: signedIn(account),
    refreshToken,
    refreshUntil,
  }
}

function signedIn(account: AccountRecord): SignedInAccount {
  const { id, username, displayName, roles, unit, mustChangePassword } = account
  return { id, username, displayName, roles, unit, mustChangePassword }
}
