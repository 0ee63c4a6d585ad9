import type { Statistics } from '@dunghan/contract'
import {
  assignmentStatuses,
  type CivilDate,
  compareVietnamese,
  type Moment,
  type StatisticsBasis,
  type StatisticsGrouping,
  startOfDay,
  sumCells,
  unitTypes,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { AssignmentFilter } from '../assignments/assignment-filter.store.ts'
import { statisticsStore, type UnitKey } from './statistics.store.ts'
import { labelsOf } from './statistics-labels.ts'

export interface StatisticsQuestion {
  groupBy: StatisticsGrouping
  basis: StatisticsBasis
  from?: CivilDate
  to?: CivilDate
}

/** A question with where it is asked from. */
export interface Asked {
  at: Date
  moment: Moment
  language: Language
  unitKey: UnitKey
}

/**
 * Counts assignments as they stand, in groups; the totals are the sum of the rows (§6).
 * @throws Refusal `invalid-request` when the period ends before it begins
 */
export async function countAssignments(
  db: Tx,
  filter: AssignmentFilter,
  { groupBy, basis, from, to }: StatisticsQuestion,
  { at, moment, language, unitKey }: Asked,
): Promise<Statistics> {
  if (from && to && to < from) throw new Refusal('invalid-request', { pointer: '/to' })
  const cells = await statisticsStore(db).listCells(inPeriod(filter, { basis, from, to }), moment, {
    groupBy,
    basis,
    unitKey,
  })
  const { rows, totals } = sumCells(cells)
  const keys = rows.map(({ key }) => key)
  const labelOf = await labelsOf(db, groupBy, keys, unitKey, language)
  return {
    asOf: at.toISOString(),
    basis,
    from: from ?? null,
    to: to ?? null,
    groupBy,
    rows: rows.map((row) => ({ ...row, label: labelOf(row.key) })).sort(orderOf(groupBy)),
    totals,
  }
}

function inPeriod(
  filter: AssignmentFilter,
  { basis, from, to }: Omit<StatisticsQuestion, 'groupBy'>,
): AssignmentFilter {
  switch (basis) {
    case 'issued':
      return {
        ...filter,
        issuedFrom: later(filter.issuedFrom, from),
        issuedTo: earlier(filter.issuedTo, to),
      }
    case 'due':
      return { ...filter, effectiveDueFrom: from, effectiveDueTo: to }
    case 'active':
      return {
        ...filter,
        issuedTo: earlier(filter.issuedTo, to),
        activeFrom: from ? startOfDay(from) : undefined,
      }
  }
}

const later = (a?: CivilDate, b?: CivilDate) => (a && b ? (a > b ? a : b) : (a ?? b))
const earlier = (a?: CivilDate, b?: CivilDate) => (a && b ? (a < b ? a : b) : (a ?? b))

type Named = { key: string; label: string }

/** Units and people by name, time forwards, fixed lists in their own order. */
function orderOf(groupBy: StatisticsGrouping): (a: Named, b: Named) => number {
  const byList = (list: readonly string[]) => (a: Named, b: Named) =>
    list.indexOf(a.key) - list.indexOf(b.key)
  switch (groupBy) {
    case 'month':
    case 'quarter':
    case 'year':
      return (a, b) => (a.key < b.key ? -1 : 1)
    case 'status':
      return byList(assignmentStatuses)
    case 'unitType':
      return byList(unitTypes)
    default:
      return (a, b) => compareVietnamese(a.label, b.label)
  }
}
