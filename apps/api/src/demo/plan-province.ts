import {
  addDays,
  type CivilDate,
  civilDateAt,
  type DirectiveKind,
  type Visibility,
  type WorkCalendar,
} from '@dunghan/domain'
import { createNumbering } from './document-numbers.ts'
import type { PlannedDirective } from './plan.ts'
import { planDirective } from './plan-directive.ts'
import { createDeck, createRandom } from './random.ts'

export interface ProvinceOptions {
  /** The present of the story: nothing happens after it. */
  until: Date
  /** How many orders, about. */
  directives: number
  seed?: number
}

export const daysTold = 3 * 365
const lately = 45

/** Enough for every kind of unfinished business to be met, however small the province is. */
const fewestLately = 30

/**
 * The whole story, by day of issue: the same for the same present, size and seed. Makes no
 * difference between what has happened and what lies ahead.
 */
export function planProvince(
  calendar: WorkCalendar,
  { until, directives, seed = 1298 }: ProvinceOptions,
): PlannedDirective[] {
  const random = createRandom(seed)
  const numbering = createNumbering(random)
  const days = workingDays(calendar, addDays(civilDateAt(until), -daysTold), civilDateAt(until))
  const latest = days.slice(-lately)
  const shareLately = Math.min(0.5, fewestLately / directives)
  const issued = Array.from({ length: directives }, () => {
    if (random.chance(shareLately)) return random.pick(latest)
    // A little more each year, as offices write.
    return days[Math.floor(days.length * random.share() ** 0.85)] as CivilDate
  })
  const dealKind = createDeck<DirectiveKind>(random, {
    official_letter: 17,
    conclusion_notice: 7,
    other_directive: 4,
    opinion_poll: 2,
  })
  const dealVisibility = createDeck<Visibility>(random, { public: 27, metadata: 2, internal: 1 })
  return issued.sort().map((issuedOn) => {
    const given = { issuedOn, until, kind: dealKind(), visibility: dealVisibility() }
    return planDirective(random, numbering, calendar, given)
  })
}

/** Orders are issued on working days; a few leaders sign on a Saturday. */
function workingDays(calendar: WorkCalendar, from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day) || days.length % 60 === 7) days.push(day)
  }
  return days
}
