import type { CreateAccountBody, CreatedAccount } from '@dunghan/contract'
import { assertNoBreach, type Role } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import type { Ctx } from '../../context.ts'
import type { Database } from '../../db/client.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { unitStore } from '../units/units.store.ts'
import { distinctRoles, requireFittingRoles } from './account-rules.ts'
import { accountFacts, accountSearchText, toAccount } from './accounts.mapper.ts'
import { type AccountRecord, accountStore } from './accounts.store.ts'
import { makeOneTimePassword } from './one-time-password.ts'
import { hashPassword } from './password-hash.ts'
import { passwordBreaches } from './password-strength.ts'

/**
 * Without a password given one is made, and told in this answer alone: the same key pressed again
 * gets the account without it. Either way it is changed at the first sign-in.
 * @throws Refusal `already-exists`, `unit-already-has-account`; RuleViolation `password-too-weak`
 */
export async function createAccount(
  database: Database,
  ctx: Ctx,
  role: Role,
  body: CreateAccountBody,
): Promise<CreatedAccount> {
  const { username, displayName, unitId, email, password: given } = body
  const roles = distinctRoles(body.roles)
  requireFittingRoles(roles, unitId)
  if (given !== undefined) assertNoBreach(await passwordBreaches(given, { username }))
  const password = given ?? makeOneTimePassword()
  const passwordHash = await hashPassword(password)

  const work = async (tx: Tx): Promise<CreatedAccount> => {
    const account: AccountRecord = {
      id: newId(),
      version: 1,
      username,
      displayName,
      roles,
      unit: await unitOf(tx, unitId),
      passwordHash,
      email,
      notificationChoices: null,
      mustChangePassword: true,
      disabledAt: null,
      createdAt: ctx.now,
    }
    await accountStore(tx).insert(account, accountSearchText(account))
    await historyStore(tx).append(ctx, {
      type: 'account.created',
      role,
      subject: 'account',
      subjectId: account.id,
      after: accountFacts(account),
    })
    return { ...toAccount(account), oneTimePassword: given === undefined ? password : undefined }
  }
  const kept = (account: CreatedAccount) => ({ ...account, oneTimePassword: undefined })
  return act(database, ctx, work, { kept }).catch((error) => refuseTaken(error, database, unitId))
}

async function unitOf(tx: Tx, unitId: string | null): Promise<AccountRecord['unit']> {
  if (unitId === null) return null
  const unit = await unitStore(tx).findById(unitId)
  if (!unit) throw new Refusal('invalid-request', { pointer: '/unitId', reason: 'unknown-id' })
  return { id: unit.id, code: unit.code, name: unit.name }
}

/** The database itself decides who was first; only the words of the refusal are found here. */
async function refuseTaken(
  error: unknown,
  { prisma }: Database,
  unitId: string | null,
): Promise<never> {
  if (isUniqueViolation(error, 'account_username_key')) {
    throw new Refusal('already-exists', { pointer: '/username' })
  }
  if (unitId !== null && isUniqueViolation(error, 'account_unit_id_key')) {
    const holder = await accountStore(prisma).findByUnitId(unitId)
    const params = { username: holder?.username ?? '' }
    throw new Refusal('unit-already-has-account', { pointer: '/unitId', params })
  }
  throw error
}
