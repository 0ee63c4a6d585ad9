import type { DrawUpReportBody, PreviewReportQuery } from '@dunghan/contract'
import {
  addDays,
  assertMonthDue,
  assertNoBreach,
  type CivilDate,
  checkInCalendar,
  civilDateAt,
  daysOfMonth,
  type Month,
  type MonthlyReportKind,
  monthlyReportTerms,
  type WorkCalendar,
} from '@dunghan/domain'
import { Refusal } from '../../refusal.ts'
import { instantAsOf } from '../assignments/as-of.ts'
import { requireInOrder } from '../assignments/asked-filter.ts'
import { titleOf } from './report-words.ts'

/** What a report is about. */
export interface Occasion {
  kind: MonthlyReportKind
  /** Null for an ad hoc one. */
  month: Month | null
  from: CivilDate
  to: CivilDate
  asOf: Date
  title: string
}

/** The report on a month, by the calendar; whether it is due already is another question. */
export function monthlyOccasion(calendar: WorkCalendar, month: Month): Occasion {
  const { from, to, asOf } = monthlyReportTerms(calendar, month)
  const terms = { kind: 'monthly', month, from, to } as const
  return { ...terms, asOf, title: titleOf(terms) }
}

/**
 * What is asked for: a month, or a period as of an instant.
 * @throws RuleViolation `monthly-report-too-early`, `outside-calendar`; Refusal `as-of-in-future`, or `invalid-request`
 * when it is neither or both, ends before it begins or after its figures
 */
export function occasionOf(
  asked: PreviewReportQuery & Pick<Partial<DrawUpReportBody>, 'title'>,
  calendar: WorkCalendar,
  now: Date,
): Occasion {
  const { month, from, to, title } = asked
  if (month) {
    const beside = (['from', 'to', 'asOf'] as const).find((field) => asked[field] !== undefined)
    if (beside) throw refused(beside, 'month-or-period')
    const days = daysOfMonth(month)
    // Its first day, and the one after it, from which it may be drawn up.
    for (const day of [days.from, addDays(days.to, 1)]) {
      assertNoBreach(checkInCalendar(day, '/month'))
    }
    assertMonthDue(monthlyReportTerms(calendar, month), now)
    const occasion = monthlyOccasion(calendar, month)
    return { ...occasion, title: title ?? occasion.title }
  }
  if (!from && !to) throw refused('month', 'month-or-period')
  if (!from) throw refused('from', 'month-or-period')
  if (!to) throw refused('to', 'month-or-period')
  requireInOrder({ to: [from, to] })
  const asOf = asked.asOf ? instantAsOf(asked.asOf, now) : now
  if (to > civilDateAt(asOf)) throw refused('to', 'period-after-figures')
  const terms = { kind: 'ad_hoc', month: null, from, to } as const
  return { ...terms, asOf, title: title ?? titleOf(terms) }
}

const refused = (field: string, reason: 'month-or-period' | 'period-after-figures') =>
  new Refusal('invalid-request', { pointer: `/${field}`, reason })
