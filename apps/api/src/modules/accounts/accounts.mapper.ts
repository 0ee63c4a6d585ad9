import type { Account } from '@dunghan/contract'
import { foldText } from '@dunghan/domain'
import type { AccountRecord } from './accounts.store.ts'

export function toAccount(account: AccountRecord): Account {
  return {
    id: account.id,
    version: account.version,
    username: account.username,
    displayName: account.displayName,
    roles: account.roles,
    unit: account.unit,
    email: account.email,
    mustChangePassword: account.mustChangePassword,
    disabledAt: account.disabledAt?.toISOString() ?? null,
    createdAt: account.createdAt.toISOString(),
  }
}

/** What the history keeps of an account; never its password, not even hashed. */
export function accountFacts(account: AccountRecord) {
  const { username, displayName, roles, unit, email, disabledAt } = toAccount(account)
  return { username, displayName, roles, unitId: unit?.id ?? null, email, disabledAt }
}

/** What a search for an account looks into. */
export function accountSearchText({ username, displayName, unit }: AccountRecord): string {
  return foldText(`${username} ${displayName} ${unit?.name ?? ''}`)
}
