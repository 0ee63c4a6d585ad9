import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import type { OwnAccord } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { historyStore } from '../history/history.store.ts'
import { sessionStore } from '../session/session.store.ts'
import { accountFacts, accountSearchText } from './accounts.mapper.ts'
import { accountStore } from './accounts.store.ts'
import { resetPassword } from './reset-password.ts'

/**
 * Lets an account in again whose password nobody knows, or that is disabled, when no admin can: by
 * whoever has the server itself.
 * @returns the one-time password; null when no account has that name
 */
export async function resetByOperator(
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  username: string,
): Promise<string | null> {
  const name = username.normalize('NFC').trim().toLowerCase()
  const account = await accountStore(database.prisma).findByUsername(name)
  if (!account) return null
  const ctx: OwnAccord & { now: Date } = {
    actor: { accountId: null, unitId: null },
    now: clock(),
    clock,
    requestId: newId(),
    idempotency: null,
  }
  if (account.disabledAt) await enable(database, ctx, account.id)
  const { oneTimePassword } = await resetPassword(database, ctx, null, account.id)
  await sessionStore(database.prisma).deleteFailuresOf(name)
  return oneTimePassword ?? null
}

function enable(database: Deps['database'], ctx: OwnAccord, id: string): Promise<void> {
  return act(database, ctx, async (tx) => {
    const before = await accountStore(tx).lockById(id)
    if (!before) return
    const account = { ...before, disabledAt: null }
    await accountStore(tx).save(account, accountSearchText(account))
    await historyStore(tx).append(
      { actor: ctx.actor, now: recordedAt(tx), requestId: ctx.requestId },
      {
        type: 'account.edited',
        role: null,
        subject: 'account',
        subjectId: id,
        before: accountFacts(before),
        after: accountFacts(account),
      },
    )
  })
}
