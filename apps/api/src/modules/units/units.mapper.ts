import type { Unit, UnitRef } from '@dunghan/contract'
import type { UnitKin, UnitName, UnitRecord } from './units.store.ts'

/** How a unit is named inside other answers. */
export const toUnitRef = ({ id, code, name, type }: UnitName): UnitRef => ({ id, code, name, type })

/** @param kin the successors and predecessors of it, and of others too */
export function toUnit(unit: UnitRecord, kin: readonly UnitKin[]): Unit {
  const successor = kin.find(({ id }) => id === unit.successorId)
  return {
    ...unit,
    successor: successor ? toUnitRef(successor) : null,
    predecessors: kin.filter(({ successorId }) => successorId === unit.id).map(toUnitRef),
  }
}
