import {
  assertNoBreach,
  type CivilDate,
  checkInCalendar,
  civilDateAt,
  endOfDay,
  isCivilDate,
  type Moment,
  momentAt,
  type WorkCalendar,
} from '@dunghan/domain'
import { allRecorded } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { Rulebook } from '../calendar/rulebooks.ts'
import { type StandingUnit, unitsAsOf } from '../units/units-as-of.ts'

/** What an answer about an instant rests on, all of it as it stood on record then. */
export interface Ground {
  at: Date
  calendar: WorkCalendar
  settings: Rulebook['settings']
  moment: Moment
  units: Map<string, StandingUnit>
  /** Whether so little has happened since that most of what stood then stands now. */
  lately: boolean
}

const latelyMs = 30 * 86_400_000

/**
 * The instant meant: itself, or the last one of a day in Việt Nam.
 * @throws Refusal `as-of-in-future`; RuleViolation `outside-calendar`
 */
export function instantAsOf(asOf: string | CivilDate, now: Date): Date {
  const at = isCivilDate(asOf) ? new Date(endOfDay(asOf).getTime() - 1) : new Date(asOf)
  if (at > now) throw new Refusal('as-of-in-future', { pointer: '/asOf' })
  assertNoBreach(checkInCalendar(civilDateAt(at), '/asOf'))
  return at
}

/** Waits until nothing more will be on record at the instant, so that the answer stays the same. */
export async function groundAsOf(
  { database, rulebooks, clock }: Pick<Deps, 'database' | 'rulebooks' | 'clock'>,
  at: Date,
): Promise<Ground> {
  await allRecorded(database.prisma, at, clock)
  const [{ calendar, settings }, units] = await Promise.all([
    rulebooks.asOf(at),
    unitsAsOf(database.prisma, at),
  ])
  const moment = momentAt(calendar, at, settings.dueSoonDays)
  const lately = clock().getTime() - at.getTime() < latelyMs
  return { at, calendar, settings, units, moment, lately }
}
