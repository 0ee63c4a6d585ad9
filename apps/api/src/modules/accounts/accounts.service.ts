import {
  type Account,
  type AccountListQuery,
  type CreateAccountBody,
  type CreatedAccount,
  type EditAccountBody,
  lookup,
  type Page,
  type PasswordResetAnswer,
  type SpecialistList,
} from '@dunghan/contract'
import { compareVietnamese, searchWords } from '@dunghan/domain'
import { z } from 'zod'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { sessionStore } from '../session/session.store.ts'
import { distinctRoles, requireAdminRemains, requireSameKind } from './account-rules.ts'
import { accountFacts, accountSearchText, toAccount } from './accounts.mapper.ts'
import { type AccountRecord, accountStore } from './accounts.store.ts'
import { createAccount } from './create-account.ts'
import { resetPassword } from './reset-password.ts'

export function accountsService({ database }: Pick<Deps, 'database'>) {
  const accounts = accountStore(database.prisma)
  return {
    async list(ctx: Ctx, query: AccountListQuery): Promise<Page<Account>> {
      authorize(ctx, 'account.manage')
      const filter = { words: searchWords(query.q ?? ''), roles: query.role }
      const after = readCursor(query.cursor, z.tuple([lookup(100)]))
      const [rows, total] = await Promise.all([
        accounts.list(filter, after?.[0] ?? null, query.limit + 1),
        accounts.count(filter),
      ])
      const page = pageOf(rows, query.limit, ({ username }) => [username], total)
      return { ...page, items: page.items.map(toAccount) }
    },

    async get(ctx: Ctx, id: string): Promise<Account> {
      authorize(ctx, 'account.manage')
      return toAccount(found(await accounts.findById(id)))
    },

    /** Those a directive may be drafted by, in the order of their names; for the whole office. */
    async listSpecialists(ctx: Ctx): Promise<SpecialistList> {
      authorize(ctx, 'directive.read')
      const items = await accounts.listSpecialists()
      return { items: items.sort((a, b) => compareVietnamese(a.displayName, b.displayName)) }
    },

    /** @throws as `createAccount` */
    create(ctx: Ctx, body: CreateAccountBody): Promise<CreatedAccount> {
      return createAccount(database, ctx, authorize(ctx, 'account.manage'), body)
    },

    /** Disabling ends the account's sessions. @throws Refusal `not-found`, `stale`, `forbidden` */
    edit(ctx: Ctx, id: string, version: number, body: EditAccountBody): Promise<Account> {
      const role = authorize(ctx, 'account.manage')
      return act(database, ctx, async (tx) => {
        const before = found(await accountStore(tx).findById(id))
        requireVersion(before.version, version)
        const account: AccountRecord = {
          ...before,
          displayName: body.displayName ?? before.displayName,
          roles: body.roles ? distinctRoles(body.roles) : before.roles,
          email: body.email === undefined ? before.email : body.email,
          disabledAt: disabledSince(before, body.disabled, ctx.now),
        }
        requireSameKind(before, account.roles)
        await requireAdminRemains(tx, ctx, before, account)
        const saved = await accountStore(tx).save(account, accountSearchText(account))
        if (!saved) throw new Refusal('stale')
        if (account.disabledAt) await sessionStore(tx).endSessionsOf(id, ctx.now)
        await historyStore(tx).append(
          { ...ctx, now: recordedAt(tx) },
          {
            type: 'account.edited',
            role,
            subject: 'account',
            subjectId: id,
            before: accountFacts(before),
            after: accountFacts(account),
          },
        )
        return toAccount({ ...account, version: version + 1 })
      })
    },

    /** @throws as `resetPassword` */
    resetPassword(ctx: Ctx, id: string): Promise<PasswordResetAnswer> {
      return resetPassword(database, ctx, authorize(ctx, 'account.manage'), id)
    },
  }
}

function found(account: AccountRecord | null): AccountRecord {
  if (!account) throw new Refusal('not-found')
  return account
}

/** Since when an account is disabled, after an edit that may not speak of it. */
function disabledSince(
  { disabledAt }: AccountRecord,
  disabled: boolean | undefined,
  now: Date,
): Date | null {
  if (disabled === undefined) return disabledAt
  return disabled ? (disabledAt ?? now) : null
}
