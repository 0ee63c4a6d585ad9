import type { PasswordResetAnswer } from '@dunghan/contract'
import type { Role } from '@dunghan/domain'
import { act } from '../../act.ts'
import type { Ctx, OwnAccord } from '../../context.ts'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { sessionStore } from '../session/session.store.ts'
import { accountSearchText } from './accounts.mapper.ts'
import { accountStore } from './accounts.store.ts'
import { makeOneTimePassword } from './one-time-password.ts'
import { hashPassword } from './password-hash.ts'

/**
 * Two resets within this many milliseconds, or under way at once however long they take, are one
 * pressed twice, or two people at once. Only the first is carried out: else its password would be
 * void before it is read.
 */
const sameReset = 5_000

/**
 * The old password is void and the account's sessions are over. The new password is told in this
 * answer alone: the same key pressed again gets an answer without it.
 * @param ctx on whose request; on the machine itself an operator may have it done, as nobody
 * @throws Refusal `not-found`; `invalid-transition` when another reset was made a moment ago
 */
export async function resetPassword(
  database: Database,
  ctx: Ctx | (OwnAccord & { now: Date }),
  role: Role | null,
  accountId: string,
): Promise<PasswordResetAnswer> {
  const seen = await accountStore(database.prisma).findById(accountId)
  if (!seen) throw new Refusal('not-found')
  const oneTimePassword = makeOneTimePassword()
  const passwordHash = await hashPassword(oneTimePassword)

  const work = async (tx: Tx): Promise<PasswordResetAnswer> => {
    const account = await accountStore(tx).lockById(accountId)
    if (!account) throw new Refusal('not-found')
    const lately = new Date(ctx.now.getTime() - sameReset)
    const isLate = account.version !== seen.version
    const history = historyStore(tx)
    if (isLate || (await history.has('account.password_reset', 'account', accountId, lately))) {
      throw new Refusal('invalid-transition')
    }
    const changed = { ...account, passwordHash, mustChangePassword: true }
    await accountStore(tx).save(changed, accountSearchText(changed))
    await sessionStore(tx).endSessionsOf(accountId, ctx.now)
    await historyStore(tx).append(ctx, {
      type: 'account.password_reset',
      role,
      subject: 'account',
      subjectId: accountId,
    })
    return { oneTimePassword }
  }
  return act(database, ctx, work, { kept: () => ({}) })
}
