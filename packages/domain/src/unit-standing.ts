/*
 * When a unit is in being. Both ends of its time are days of it; either may be open. Work is given
 * to a unit on a day of its time only, and never again once another has succeeded it: what is
 * ordered after the succession is the successor's, also on the old unit's last day.
 */
import type { CivilDate } from './civil-date.ts'

export const unitStandings = ['upcoming', 'current', 'ended'] as const

export type UnitStanding = (typeof unitStandings)[number]

export interface UnitTime {
  validFrom: CivilDate | null
  validTo: CivilDate | null
}

/** Whether a unit is still to come, in being, or no longer, on a day. */
export function unitStandingOn({ validFrom, validTo }: UnitTime, day: CivilDate): UnitStanding {
  if (validTo !== null && validTo < day) return 'ended'
  return validFrom !== null && validFrom > day ? 'upcoming' : 'current'
}

/** Why a unit is given no work on a day; null where it may be. */
export function unfitForWork(
  unit: UnitTime & { successorId: string | null },
  day: CivilDate,
): 'unit-not-yet' | 'unit-no-longer' | null {
  const standing = unitStandingOn(unit, day)
  if (standing === 'ended' || unit.successorId !== null) return 'unit-no-longer'
  return standing === 'upcoming' ? 'unit-not-yet' : null
}
