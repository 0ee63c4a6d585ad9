import { randomUUID } from 'node:crypto'
import { startOfDay } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import {
  demoAccounts,
  demoLeaders,
  demoPassword,
  demoUnitAccount,
} from '../../../../prisma/demo/people.ts'
import { type DemoUnit, demoUnits, reorganizedOn } from '../../../../prisma/demo/units.ts'
import type { Tx } from '../db/transaction.ts'
import type { Deps } from '../deps.ts'
import { accountFacts, accountSearchText } from '../modules/accounts/accounts.mapper.ts'
import { type AccountRecord, accountStore } from '../modules/accounts/accounts.store.ts'
import { hashPassword } from '../modules/accounts/password-hash.ts'
import { historyStore } from '../modules/history/history.store.ts'
import { leadersService } from '../modules/leaders/leaders.service.ts'
import { unitsService } from '../modules/units/units.service.ts'
import { actAs, type Cast, madeUpRequest, must, type Player } from './cast.ts'

/** Units, leaders and accounts, as they were when the story begins. */
export async function settle(deps: Deps, at: Date): Promise<Cast> {
  const tx: Tx = deps.database.prisma
  const cast: Cast = { players: new Map(), unitIds: new Map(), leaderIds: new Map() }
  const open = await accountOpener(tx, at, cast)

  const [admin, ...others] = demoAccounts
  if (!admin) throw new Error('the demonstration has no admin')
  await open({ ...admin, unit: null, known: true })
  const adminCtx = actAs(must(cast.players, admin.username), at)
  for (const { mark, successor, ...unit } of demoUnits) {
    const { id } = await unitsService(deps).create(adminCtx, {
      ...unit,
      validFrom: unit.validFrom ?? null,
      validTo: null,
      successorId: null,
      parentId: null,
    })
    cast.unitIds.set(unit.code, id)
  }
  for (const { name, position } of demoLeaders) {
    const leader = { name, position, validFrom: null, validTo: null }
    const { id } = await leadersService(deps).create(adminCtx, leader)
    cast.leaderIds.set(name, id)
  }
  const roles = new Set<string>([admin.role])
  for (const account of others) {
    // The first of each role is one of those that are shown.
    await open({ ...account, unit: null, known: !roles.has(account.role) })
    roles.add(account.role)
  }
  for (const unit of demoUnits) await open(accountOf(unit, must(cast.unitIds, unit.code)))
  return cast
}

interface Opening {
  username: string
  displayName: string
  role: Player['role']
  unit: AccountRecord['unit']
  known: boolean
  until?: Date | null
}

function accountOf({ code, name, shortName, successor }: DemoUnit, id: string): Opening {
  return {
    username: code,
    displayName: shortName,
    role: 'unit',
    unit: { id, code, name },
    known: code === demoUnitAccount,
    until: successor ? startOfDay(reorganizedOn) : null,
  }
}

/**
 * Accounts as the operator makes the first admin: with a password that stays where it is shown, and
 * everywhere else with one that nobody knows, the same for all of them because hashing takes time.
 */
async function accountOpener(tx: Tx, at: Date, cast: Cast) {
  const knownHash = await hashPassword(demoPassword)
  const unknownHash = await hashPassword(randomUUID())
  const author = { actor: { accountId: null, unitId: null }, now: at, requestId: madeUpRequest }

  return async ({ username, displayName, role, unit, known, until }: Opening) => {
    const account: AccountRecord = {
      id: newId(),
      version: 1,
      username,
      displayName,
      roles: [role],
      unit,
      passwordHash: known ? knownHash : unknownHash,
      email: null,
      notificationChoices: null,
      mustChangePassword: !known,
      disabledAt: until ?? null,
      createdAt: at,
    }
    await accountStore(tx).insert(account, accountSearchText(account))
    await historyStore(tx).append(author, {
      type: 'account.created',
      role: null,
      subject: 'account',
      subjectId: account.id,
      after: accountFacts(account),
    })
    cast.players.set(username, { accountId: account.id, role, unitId: unit?.id ?? null })
  }
}
