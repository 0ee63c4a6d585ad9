import type { Letterhead, OverdueItem, ReportFigures } from '@dunghan/contract'
import { addDays, addMonths, daysOverdue, type Month, monthlyReportTerms } from '@dunghan/domain'
import type { Deps } from '../../deps.ts'
import { type Ground, groundAsOf } from '../assignments/as-of.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { withOrdersAsOf } from '../assignments/view-assignments.ts'
import { countAssignments, type StatisticsQuestion } from '../statistics/count-assignments.ts'
import { measureCompliance } from '../statistics/measure-compliance.ts'
import type { Occasion } from './report-occasion.ts'

/** Overdue assignments named one by one; how many there are in all, the counts tell. */
const mostNamed = 200

type Parts = Pick<Deps, 'database' | 'rulebooks' | 'clock'>
type Period = Pick<Occasion, 'from' | 'to'>

/**
 * All that a report's pages and papers show, as it stood on record at its instant: asked again
 * about the same instant, the same. Names are in Vietnamese, as the papers are.
 */
export async function gatherFigures(
  parts: Parts,
  occasion: Occasion,
  letterhead: Letterhead,
): Promise<ReportFigures> {
  const { from, to, asOf } = occasion
  const ground = await groundAsOf(parts, asOf)
  const count = counting(parts, ground, { from, to })
  const byUnit = await count({ groupBy: 'unit' })
  const byAge = await count({ groupBy: 'overdueAge' })
  const comply = async (subject: 'directive_entry' | 'report_entry' | 'review') => {
    const groupBy = groupingOf[subject]
    const question = { subject, groupBy, units: 'as_assigned', from, to } as const
    const { prisma } = parts.database
    const { rows, totals } = await measureCompliance(prisma, question, ground, 'vi')
    return { rows, totals }
  }
  return {
    figuresVersion: 1,
    letterhead,
    active: byUnit.totals,
    carriedOver: (await count({ groupBy: 'status', issuedTo: addDays(from, -1) })).totals,
    issued: (await count({ groupBy: 'status', basis: 'issued' })).totals,
    previous: occasion.month
      ? await previousOf(parts, addMonths(occasion.month, -1), ground)
      : null,
    byUnit: byUnit.rows,
    byUnitType: (await count({ groupBy: 'unitType' })).rows,
    byLeader: (await count({ groupBy: 'leader' })).rows,
    byKind: (await count({ groupBy: 'kind' })).rows,
    overdue: {
      ages: byAge.rows.map(({ key, label, total }) => ({ key, label, total })),
      items: await overdueItems(parts, ground, { from, to }),
    },
    compliance: {
      directiveEntry: await comply('directive_entry'),
      reportEntry: await comply('report_entry'),
      review: await comply('review'),
    },
  }
}

const groupingOf = {
  directive_entry: 'specialist',
  report_entry: 'unit',
  review: 'reviewer',
} as const

/** Counts what was followed in a period, or of it what was issued in it or up to a day. */
function counting({ database }: Parts, ground: Ground, { from, to }: Period) {
  return ({
    groupBy,
    basis = 'active',
    issuedTo,
  }: Pick<StatisticsQuestion, 'groupBy'> & {
    basis?: StatisticsQuestion['basis']
    issuedTo?: string
  }) =>
    countAssignments(
      database.prisma,
      { role: ['lead'], issuedTo },
      { groupBy, basis, units: 'as_assigned', from, to },
      ground,
      { language: 'vi', unitKey: 'id' },
    )
}

/** The month before, as of its own end; null where the calendar does not reach. */
async function previousOf(
  parts: Parts,
  month: Month,
  { calendar }: Ground,
): Promise<ReportFigures['previous']> {
  if (!calendar.knows(`${month}-01`)) return null
  const { from, to, asOf } = monthlyReportTerms(calendar, month)
  const count = counting(parts, await groundAsOf(parts, asOf), { from, to })
  return {
    month,
    active: (await count({ groupBy: 'status' })).totals,
    issued: (await count({ groupBy: 'status', basis: 'issued' })).totals,
  }
}

/** The longest overdue first, among those the period follows; their orders as called then. */
async function overdueItems(
  { database }: Parts,
  { at, moment, calendar, units }: Ground,
  { to }: Period,
): Promise<OverdueItem[]> {
  const found = await assignmentStore(database.prisma).list(
    { role: ['lead'], status: ['overdue'], issuedTo: to, asOf: at },
    moment,
    { sort: 'dueOn', after: null, limit: mostNamed },
  )
  const records = await withOrdersAsOf(database.prisma, at, found)
  return records.map((record) => ({
    assignmentId: record.id,
    unit: units.get(record.unitId)?.unit.name ?? record.unit.name,
    number: record.directive.number,
    symbol: record.directive.symbol,
    issuedOn: record.issuedOn,
    title: record.directive.title,
    task: record.taskContent,
    dueOn: record.dueOn,
    effectiveDueOn: record.effectiveDueOn,
    daysLate: daysOverdue(calendar, record.effectiveDueOn, moment.today) ?? 1,
    internal: record.visibility === 'internal',
  }))
}
