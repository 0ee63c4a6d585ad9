import { CreateAccountBody } from '@dunghan/contract'
import { v7 as newId } from 'uuid'
import { ConfigError } from '../../config.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { historyStore } from '../history/history.store.ts'
import { accountFacts, accountSearchText } from './accounts.mapper.ts'
import { type AccountRecord, accountStore } from './accounts.store.ts'
import { makeOneTimePassword } from './one-time-password.ts'
import { hashPassword } from './password-hash.ts'
import { passwordBreaches } from './password-strength.ts'

/** Who let itself in first; the password only when it was made here, to be shown once. */
export interface FirstAdmin {
  username: string
  password: string | null
}

/**
 * On a database without accounts, makes the admin who will make the others. A password the operator
 * chose stays; one made here must be changed at the first sign-in.
 * @returns null when there are accounts already, also when another process was faster
 * @throws ConfigError when the name or password given cannot be used
 */
export async function ensureFirstAdmin({
  config,
  clock,
  database,
}: Pick<Deps, 'config' | 'clock' | 'database'>): Promise<FirstAdmin | null> {
  if ((await accountStore(database.prisma).count({ words: [] })) > 0) return null
  const username = usableUsername(config.admin.username)
  const given = await usablePassword(config.admin.password, username)
  const password = given ?? makeOneTimePassword()
  const passwordHash = await hashPassword(password)
  const account: AccountRecord = {
    id: newId(),
    version: 1,
    username,
    displayName: 'Quản trị hệ thống',
    roles: ['admin'],
    unit: null,
    passwordHash,
    email: null,
    notificationChoices: null,
    mustChangePassword: given === undefined,
    disabledAt: null,
    createdAt: clock(),
  }
  const made = await inTransaction(database, async (tx) => {
    await accountStore(tx).lockWhetherAny()
    if ((await accountStore(tx).count({ words: [] })) > 0) return false
    await accountStore(tx).insert(account, accountSearchText(account))
    const system = { accountId: null, unitId: null }
    const author = { actor: system, now: account.createdAt, requestId: 'start-up' }
    await historyStore(tx).append(author, {
      type: 'account.created',
      role: null,
      subject: 'account',
      subjectId: account.id,
      after: accountFacts(account),
    })
    return true
  })
  return made ? { username, password: given === undefined ? password : null } : null
}

function usableUsername(name: string): string {
  const parsed = CreateAccountBody.shape.username.safeParse(name)
  if (parsed.success) return parsed.data
  throw new ConfigError(
    'ADMIN_USERNAME: 2 to 60 of the characters a-z, 0-9, dot, hyphen and underscore, ' +
      'beginning with a letter or digit.',
  )
}

async function usablePassword(
  password: string | undefined,
  username: string,
): Promise<string | undefined> {
  if (password === undefined) return undefined
  if ((await passwordBreaches(password, { username })).length === 0) return password
  throw new ConfigError(
    'ADMIN_PASSWORD: at least 10 characters, without the user name in it, not one character repeated ' +
      'and none that is used by many.',
  )
}
