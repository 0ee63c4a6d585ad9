import type { UnitSuccessionBody } from '@dunghan/contract'
import { civilDateAt, faultOfSuccession, keptShare, successorBegins } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { assignmentsOfUnitsStore } from '../assignments/assignments-of-units.store.ts'
import { type UnitRecord, unitStore } from './units.store.ts'

/** One share too many in a task, and the one that stays. */
export interface Settled {
  share: AssignmentRecord
  kept: AssignmentRecord
}

/** What a succession will do, worked out before any of it is done. */
export interface SuccessionPlan {
  /** In the order asked for. */
  ending: UnitRecord[]
  successor: UnitRecord | null
  /** Whether the successor is made by the act. */
  isNew: boolean
  moved: AssignmentRecord[]
  settled: Settled[]
}

/**
 * Works a succession out.
 * @param forUpdate locks the assignments it is about
 * @throws Refusal `invalid-request` at the field at fault, `already-exists` for a code that is taken
 */
export async function planSuccession(
  tx: Tx,
  ctx: Ctx,
  body: UnitSuccessionBody,
  { forUpdate = false } = {},
): Promise<SuccessionPlan> {
  const today = civilDateAt(ctx.now)
  const ids = [...new Set(body.unitIds)]
  const known = await unitStore(tx).listByIds([...ids, ...idsIn(body.successor)])
  const unitOf = (id: string, pointer: string): UnitRecord => {
    const unit = known.find((one) => one.id === id)
    if (!unit) throw new Refusal('invalid-request', { pointer, reason: 'unknown-id' })
    return unit
  }
  const ending = body.unitIds.map((id, i) => unitOf(id, `/unitIds/${i}`))
  const asked = body.successor
  const isNew = asked !== null && asked.id === undefined
  const successor =
    asked?.id === undefined
      ? newUnit(body, successorBegins(body.endsOn, today))
      : unitOf(asked.id, '/successor/id')
  const wrong = faultOfSuccession({ ending, successor, endsOn: body.endsOn, today })
  if (wrong) {
    const ofNew = isNew && wrong.pointer === '/successor/id'
    const pointer = ofNew ? '/successor/validFrom' : wrong.pointer
    throw new Refusal('invalid-request', { pointer, reason: wrong.fault })
  }
  if (isNew && successor) {
    if (successor.parentId) unitOf(successor.parentId, '/successor/parentId')
    if (await unitStore(tx).findByCode(successor.code)) {
      throw new Refusal('already-exists', { pointer: '/successor/code' })
    }
  }
  const work = successor
    ? await divide(tx, ids, successor.id, forUpdate)
    : { moved: [], settled: [] }
  return { ending, successor, isNew, ...work }
}

const idsIn = (successor: UnitSuccessionBody['successor']): string[] =>
  [successor?.id, successor?.parentId].flatMap((id) => id ?? [])

/** The unit a succession makes; null where it makes none. */
function newUnit({ successor }: UnitSuccessionBody, begins: string): UnitRecord | null {
  const { code, name, shortName, type, validFrom, parentId } = successor ?? {}
  if (!code || !name || !shortName || !type) return null
  return {
    id: newId(),
    version: 1,
    code,
    name,
    shortName,
    type,
    validFrom: validFrom ?? begins,
    validTo: null,
    successorId: null,
    parentId: parentId ?? null,
  }
}

/** What moves, and what is taken back because the successor answers for a task but once. */
async function divide(
  tx: Tx,
  unitIds: string[],
  successorId: string,
  forUpdate: boolean,
): Promise<Pick<SuccessionPlan, 'moved' | 'settled'>> {
  const held = assignmentsOfUnitsStore(tx)
  const ids = await held.listOfSuccession(unitIds, successorId, { forUpdate })
  const tasks = new Map<string, AssignmentRecord[]>()
  for (const share of await assignmentStore(tx).listByIds(ids)) {
    tasks.set(share.taskId, [...(tasks.get(share.taskId) ?? []), share])
  }
  const moved: AssignmentRecord[] = []
  const settled: Settled[] = []
  for (const shares of tasks.values()) {
    const kept = keptOf(shares, successorId)
    if (kept.unitId !== successorId) moved.push(kept)
    for (const share of shares) if (share !== kept) settled.push({ share, kept })
  }
  return { moved, settled }
}

function keptOf(shares: AssignmentRecord[], successorId: string): AssignmentRecord {
  const [first, ...rest] = shares.map((record) => ({
    ...record,
    record,
    ofSuccessor: record.unitId === successorId,
  }))
  if (!first) throw new TypeError('a task without a share')
  return keptShare([first, ...rest]).record
}
