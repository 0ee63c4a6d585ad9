import { isDeepStrictEqual } from 'node:util'
import {
  type CreateUnitBody,
  type EditUnitBody,
  lookup,
  type Page,
  type Unit,
  type UnitDetail,
  type UnitListQuery,
} from '@dunghan/contract'
import { allows, type CivilDate, civilDateAt, searchWords } from '@dunghan/domain'
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
import { assignmentsOfUnitsStore } from '../assignments/assignments-of-units.store.ts'
import { historyStore } from '../history/history.store.ts'
import { searchTextOf } from './unit-texts.ts'
import { toUnit } from './units.mapper.ts'
import { type UnitFilter, type UnitRecord, unitStore } from './units.store.ts'

export function unitsService({ database }: Pick<Deps, 'database'>) {
  const units = unitStore(database.prisma)
  return {
    async list(ctx: Ctx, query: UnitListQuery): Promise<Page<Unit>> {
      authorize(ctx, 'unit.read')
      const filter: UnitFilter = {
        words: searchWords(query.q ?? ''),
        types: query.type,
        standing: standingIn(query, ctx),
      }
      const after = readCursor(query.cursor, z.tuple([lookup(100)]))
      const [rows, total] = await Promise.all([
        units.list(filter, after?.[0] ?? null, query.limit + 1),
        units.count(filter),
      ])
      const page = pageOf(rows, query.limit, (unit) => [unit.code], total)
      const kin = await units.listKin(page.items)
      return { ...page, items: page.items.map((unit) => toUnit(unit, kin)) }
    },

    /** How much a unit has to do is told to the office and to itself: some of it is internal. */
    async get(ctx: Ctx, id: string): Promise<UnitDetail> {
      authorize(ctx, 'unit.read')
      const unit = found(await units.findById(id))
      const kin = await units.listKin([unit])
      const told = allows(ctx.actor.roles, 'assignment.readAll') || ctx.actor.unitId === id
      if (!told) return { ...toUnit(unit, kin), open: null }
      const held = await assignmentsOfUnitsStore(database.prisma).listHeld([id])
      return { ...toUnit(unit, kin), open: held.get(id)?.open ?? { lead: 0, support: 0 } }
    },

    /** @throws Refusal `already-exists` when the code is taken */
    create(ctx: Ctx, body: CreateUnitBody): Promise<Unit> {
      const role = authorize(ctx, 'unit.manage')
      return act(database, ctx, async (tx) => {
        const unit: UnitRecord = { id: newId(), version: 1, ...body }
        checkEnd(unit, civilDateAt(ctx.now))
        await checkUnit(tx, unit)
        await unitStore(tx).insert(unit, searchTextOf(unit)).catch(refuseTakenCode)
        await historyStore(tx).append(ctx, {
          type: 'unit.created',
          role,
          subject: 'unit',
          subjectId: unit.id,
          after: { ...unit },
        })
        return toUnit(unit, await unitStore(tx).listKin([unit]))
      })
    },

    /**
     * Corrects how a unit is named and dated; who succeeds it is said by the succession alone, which
     * also moves its work. An edit that changes nothing leaves no trace.
     * @throws Refusal `not-found`, `stale`, `already-exists`, `invalid-request`
     */
    edit(ctx: Ctx, id: string, version: number, body: EditUnitBody): Promise<Unit> {
      const role = authorize(ctx, 'unit.manage')
      return act(database, ctx, async (tx) => {
        const before = found(await unitStore(tx).findById(id))
        requireVersion(before.version, version)
        const unit: UnitRecord = { ...before, ...body }
        const kin = await unitStore(tx).listKin([before])
        if (isDeepStrictEqual(unit, before)) return toUnit(before, kin)
        checkSuccession(before, unit, civilDateAt(ctx.now))
        await checkUnit(tx, unit)
        const saved = await unitStore(tx).save(unit, searchTextOf(unit)).catch(refuseTakenCode)
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
        return toUnit({ ...unit, version: version + 1 }, kin)
      })
    },
  }
}

function found(unit: UnitRecord | null): UnitRecord {
  if (!unit) throw new Refusal('not-found')
  return unit
}

/** The standing asked for, on the day asked about; a day alone asks who was in being on it. */
function standingIn({ standing, validOn }: UnitListQuery, ctx: Ctx): UnitFilter['standing'] {
  if (!standing && !validOn) return undefined
  return { on: validOn ?? civilDateAt(ctx.now), anyOf: standing ?? ['current'] }
}

/** What a succession said is not unsaid by an edit. */
function checkSuccession(before: UnitRecord, after: UnitRecord, today: CivilDate): void {
  if (after.successorId !== before.successorId) {
    throw new Refusal('invalid-request', {
      pointer: '/successorId',
      reason: 'successor-by-succession',
    })
  }
  checkEnd(after, today)
}

/** A unit that another has succeeded is over: its last day is past, or today. */
function checkEnd({ successorId, validTo }: UnitRecord, today: CivilDate): void {
  if (successorId !== null && (validTo === null || validTo > today)) {
    throw new Refusal('invalid-request', { pointer: '/validTo', reason: 'succeeded-has-ended' })
  }
}

/** Its dates are in order, and the units it points to exist and are others. */
async function checkUnit(tx: Tx, unit: UnitRecord): Promise<void> {
  if (unit.validFrom && unit.validTo && unit.validTo < unit.validFrom) {
    throw new Refusal('invalid-request', { pointer: '/validTo', reason: 'ends-before-it-begins' })
  }
  for (const [field, id] of [
    ['successorId', unit.successorId],
    ['parentId', unit.parentId],
  ] as const) {
    const other = id === null || (id !== unit.id && (await unitStore(tx).findById(id)))
    if (!other) throw new Refusal('invalid-request', { pointer: `/${field}` })
  }
}

/** @throws Refusal `already-exists` for a code that is taken */
function refuseTakenCode(error: unknown): never {
  if (isUniqueViolation(error, 'unit_code_key')) {
    throw new Refusal('already-exists', { pointer: '/code' })
  }
  throw error
}
