import type { ComplianceGrouping, StatisticsGrouping, UnitView } from '@dunghan/domain'
import type { Ground } from '../assignments/as-of.ts'

/** Under what is counted that was counted by unit: the unit, the one in its place, or their type. */
export function unitKeyOf(
  key: string,
  groupBy: StatisticsGrouping | ComplianceGrouping,
  view: UnitView,
  { units }: Pick<Ground, 'units'>,
): string {
  if (groupBy !== 'unit' && groupBy !== 'unitType') return key
  const standing = units.get(key)
  const unit = view === 'by_successor' ? standing?.finalSuccessor : standing?.unit
  return (groupBy === 'unit' ? unit?.id : unit?.type) ?? key
}
