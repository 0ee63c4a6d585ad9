import { compareVietnamese, foldText, type UnitType, unitTypes } from '@dunghan/domain'

export interface PickableUnit {
  id: string
  code: string
  name: string
  shortName: string
  type: UnitType
  /** What those were called that it succeeded: by these it is found too. */
  formerNames?: readonly string[]
}

/**
 * The units whose name, short name or code holds every word of `query`, without regard to case and
 * marks: `so xay` finds Sở Xây dựng. Those that begin with it come first.
 */
export function findUnits<U extends Omit<PickableUnit, 'id'>>(
  units: readonly U[],
  query: string,
): U[] {
  const folded = foldText(query)
  const words = folded.split(' ').filter(Boolean)
  const found = units.flatMap((unit) => {
    const names = [unit.name, unit.shortName, unit.code, ...(unit.formerNames ?? [])]
    const text = foldText(names.join(' '))
    return words.every((word) => text.includes(word)) ? [{ unit, text }] : []
  })
  if (!folded) return found.map(({ unit }) => unit)
  const rank = (text: string) => (text.startsWith(folded) ? 0 : text.includes(folded) ? 1 : 2)
  return found.sort((a, b) => rank(a.text) - rank(b.text)).map(({ unit }) => unit)
}

/** Of the names a unit's predecessors had, those that hold every word of `query`. */
export function formerNamesFound(unit: Pick<PickableUnit, 'formerNames'>, query: string): string[] {
  const words = foldText(query).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return (unit.formerNames ?? []).filter((name) => {
    const text = foldText(name)
    return words.every((word) => text.includes(word))
  })
}

/**
 * By type, but the best match stays first and its group on top: what Enter takes is what was typed
 * (`cong an` takes Công an tỉnh, not a board whose name holds both words).
 */
export function groupFound<U extends Pick<PickableUnit, 'type'>>(
  found: readonly U[],
): { type: UnitType; units: U[] }[] {
  const types = [...new Set(found.map(({ type }) => type))]
  return types.map((type) => ({ type, units: found.filter((unit) => unit.type === type) }))
}

/** By type, in the order of the domain, and by name within. */
export function groupUnits<U extends Pick<PickableUnit, 'type' | 'name'>>(
  units: readonly U[],
): { type: UnitType; units: U[] }[] {
  return unitTypes.flatMap((type) => {
    const ofType = units.filter((unit) => unit.type === type)
    ofType.sort((a, b) => compareVietnamese(a.name, b.name))
    return ofType.length > 0 ? [{ type, units: ofType }] : []
  })
}
