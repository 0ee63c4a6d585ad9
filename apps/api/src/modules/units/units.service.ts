import { isDeepStrictEqual } from 'node:util'
import {
  type CreateUnitBody,
  type EditUnitBody,
  lookup,
  type Page,
  type Unit,
  type UnitListQuery,
} from '@dunghan/contract'
import { foldText, searchWords } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { type UnitRecord, unitStore } from './units.store.ts'

const searchText = (unit: UnitRecord) => foldText(`${unit.code} ${unit.name} ${unit.shortName}`)

export function unitsService({ database }: Pick<Deps, 'database'>) {
  const units = unitStore(database.prisma)
  return {
    async list(ctx: Ctx, query: UnitListQuery): Promise<Page<Unit>> {
      authorize(ctx, 'unit.read')
      const filter = { words: searchWords(query.q ?? ''), types: query.type }
      const after = readCursor(query.cursor, z.tuple([lookup(100)]))
      const [rows, total] = await Promise.all([
        units.list(filter, after?.[0] ?? null, query.limit + 1),
        units.count(filter),
      ])
      return pageOf(rows, query.limit, (unit) => [unit.code], total)
    },

    async get(ctx: Ctx, id: string): Promise<Unit> {
      authorize(ctx, 'unit.read')
      return found(await units.findById(id))
    },

    /** @throws Refusal `already-exists` when the code is taken */
    create(ctx: Ctx, body: CreateUnitBody): Promise<Unit> {
      const role = authorize(ctx, 'unit.manage')
      return act(database, ctx, async (tx) => {
        const unit: UnitRecord = { id: newId(), version: 1, ...body }
        await checkUnit(tx, unit)
        await unitStore(tx).insert(unit, searchText(unit)).catch(refuseTakenCode)
        await historyStore(tx).append(ctx, {
          type: 'unit.created',
          role,
          subject: 'unit',
          subjectId: unit.id,
          after: { ...unit },
        })
        return unit
      })
    },

    /**
     * An edit that changes nothing leaves no trace.
     * @throws Refusal `not-found`, `stale`, `already-exists`
     */
    edit(ctx: Ctx, id: string, version: number, body: EditUnitBody): Promise<Unit> {
      const role = authorize(ctx, 'unit.manage')
      return act(database, ctx, async (tx) => {
        const before = found(await unitStore(tx).findById(id))
        requireVersion(before.version, version)
        const unit: UnitRecord = { ...before, ...body }
        if (isDeepStrictEqual(unit, before)) return before
        await checkUnit(tx, unit)
        const saved = await unitStore(tx).save(unit, searchText(unit)).catch(refuseTakenCode)
        if (!saved) throw new Refusal('stale')
        await historyStore(tx).append(
          { ...ctx, now: recordedAt(tx) },
          {
            type: 'unit.edited',
            role,
            subject: 'unit',
            subjectId: id,
            before: { ...before },
            after: { ...unit },
          },
        )
        return { ...unit, version: version + 1 }
      })
    },
  }
}

function found(unit: UnitRecord | null): UnitRecord {
  if (!unit) throw new Refusal('not-found')
  return unit
}

/** Its dates are in order, and the units it points to exist and are others. */
async function checkUnit(tx: Tx, unit: UnitRecord): Promise<void> {
  if (unit.validFrom && unit.validTo && unit.validTo < unit.validFrom) {
    throw new Refusal('invalid-request', { pointer: '/validTo' })
  }
  for (const [field, id] of [
    ['successorId', unit.successorId],
    ['parentId', unit.parentId],
  ] as const) {
    const other = id === null || (id !== unit.id && (await unitStore(tx).findById(id)))
    if (!other) throw new Refusal('invalid-request', { pointer: `/${field}` })
  }
}

function refuseTakenCode(error: unknown): never {
  if (isUniqueViolation(error, 'unit_code_key')) {
    throw new Refusal('already-exists', { pointer: '/code' })
  }
  throw error
}
