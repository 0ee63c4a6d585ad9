import { finalSuccessors, type UnitView } from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { AssignmentFilter } from '../assignments/assignment-filter.store.ts'
import { formerFactsStore } from '../history/former-facts.store.ts'
import { type UnitRecord, unitStore } from './units.store.ts'

/** A unit as it stood at an instant, and the one that stood in its place then: itself, as a rule. */
export interface StandingUnit {
  unit: UnitRecord
  finalSuccessor: UnitRecord
}

/** All units as they stood at an instant, by id: names, types and successions from the history. */
export async function unitsAsOf(db: Tx, at: Date): Promise<Map<string, StandingUnit>> {
  const [present, former] = await Promise.all([
    unitStore(db).listAll(),
    formerFactsStore(db).listAsOf<UnitRecord>('unit', at),
  ])
  const units = present.map((unit) => ({ ...unit, ...former.get(unit.id) }))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const successors = finalSuccessors(units)
  return new Map(
    units.map((unit) => {
      const finalSuccessor = byId.get(successors.get(unit.id) ?? unit.id) ?? unit
      return [unit.id, { unit, finalSuccessor }]
    }),
  )
}

/** What is taken away of a unit nobody knows is no empty list. @throws Refusal `not-found` */
export function requireKnownUnits(
  units: Map<string, StandingUnit>,
  { unitId = [], unitCode = [] }: Pick<AssignmentFilter, 'unitId' | 'unitCode'>,
): void {
  const codes = new Set([...units.values()].map(({ unit }) => unit.code))
  const unknown = unitId.some((id) => !units.has(id)) || unitCode.some((code) => !codes.has(code))
  if (unknown) throw new Refusal('not-found')
}

/** A filter by units, by their ids alone: types and codes as they stood, predecessors with them. */
export function narrowToUnits(
  filter: AssignmentFilter,
  units: Map<string, StandingUnit>,
  view: UnitView,
): AssignmentFilter {
  const { unitId, unitCode, unitType, ...rest } = filter
  if (!unitId && !unitCode && !unitType) return filter
  const meant = [...units.values()].filter(({ unit, finalSuccessor }) => {
    const counted = view === 'by_successor' ? finalSuccessor : unit
    return (
      (!unitId || unitId.includes(counted.id)) &&
      (!unitCode || unitCode.includes(counted.code)) &&
      (!unitType || unitType.includes(counted.type))
    )
  })
  return { ...rest, unitId: meant.map(({ unit }) => unit.id) }
}
