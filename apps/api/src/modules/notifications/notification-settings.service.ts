import { isDeepStrictEqual } from 'node:util'
import type { EditNotificationSettingsBody, NotificationSettings } from '@dunghan/contract'
import {
  isMandatory,
  type NotificationChoices,
  type NotificationKind,
  notificationKindsOf,
  type Role,
  toldBy,
} from '@dunghan/domain'
import { act } from '../../act.ts'
import type { Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { Refusal, type RefusedAt } from '../../refusal.ts'
import { accountFacts, accountSearchText } from '../accounts/accounts.mapper.ts'
import { type AccountRecord, accountStore } from '../accounts/accounts.store.ts'
import { historyStore } from '../history/history.store.ts'

/** By which ways one's own account is told of what; any account decides that itself. */
export function notificationSettingsService({
  database,
  config,
}: Pick<Deps, 'database' | 'config'>) {
  const mailServed = config.mail !== undefined
  return {
    async get(ctx: Ctx): Promise<NotificationSettings> {
      const account = await accountStore(database.prisma).findById(ctx.actor.accountId)
      return toSettings(present(account), mailServed)
    },

    /**
     * All of it at once: a kind left out is told as it comes.
     * @throws Refusal `invalid-request` at each kind that is not told, or that cannot be silenced
     */
    edit(ctx: Ctx, body: EditNotificationSettingsBody): Promise<NotificationSettings> {
      return act(database, ctx, async (tx) => {
        const accounts = accountStore(tx)
        const before = present(await accounts.lockById(ctx.actor.accountId))
        requireChoosable(body.kinds, before.roles)
        const account: AccountRecord = {
          ...before,
          email: body.email,
          notificationChoices: Object.keys(body.kinds).length > 0 ? body.kinds : null,
        }
        if (!isDeepStrictEqual(account, before)) {
          await accounts.save(account, accountSearchText(account))
          await historyStore(tx).append(
            { ...ctx, now: recordedAt(tx) },
            {
              type: 'account.edited',
              role: before.roles[0] ?? null,
              subject: 'account',
              subjectId: account.id,
              before: factsOf(before),
              after: factsOf(account),
            },
          )
        }
        return toSettings(account, mailServed)
      })
    },
  }
}

function present(account: AccountRecord | null): AccountRecord {
  if (!account || account.disabledAt) throw new Refusal('unauthenticated')
  return account
}

const factsOf = (account: AccountRecord) => ({
  ...accountFacts(account),
  notificationChoices: account.notificationChoices,
})

function requireChoosable(choices: NotificationChoices, roles: readonly Role[]): void {
  const told = notificationKindsOf(roles)
  const errors = Object.entries(choices).flatMap(([name, { bell }]): RefusedAt[] => {
    const kind = name as NotificationKind
    const pointer = `/kinds/${kind}`
    if (!told.includes(kind)) return [{ pointer, reason: 'kind-not-told' }]
    if (isMandatory(kind) && !bell) {
      return [{ pointer: `${pointer}/bell`, reason: 'kind-mandatory' }]
    }
    return []
  })
  if (errors.length > 0) throw new Refusal('invalid-request', { errors })
}

function toSettings(
  { email, roles, notificationChoices }: AccountRecord,
  mailServed: boolean,
): NotificationSettings {
  return {
    email,
    mailServed,
    kinds: notificationKindsOf(roles).map((kind) => ({
      kind,
      mandatory: isMandatory(kind),
      ...toldBy(kind, notificationChoices),
    })),
  }
}
