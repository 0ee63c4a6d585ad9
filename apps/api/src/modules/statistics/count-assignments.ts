import type { Statistics } from '@dunghan/contract'
import {
  assignmentStatuses,
  type CivilDate,
  compareVietnamese,
  overdueAgeRanges,
  overdueAges,
  type StatisticsBasis,
  type StatisticsCell,
  type StatisticsGrouping,
  startOfDay,
  sumCells,
  type UnitView,
  unitTypes,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Ground } from '../assignments/as-of.ts'
import { requireInOrder } from '../assignments/asked-filter.ts'
import type { AssignmentFilter } from '../assignments/assignment-filter.store.ts'
import { narrowToUnits } from '../units/units-as-of.ts'
import { countCells } from './count-cells.ts'
import { labelsOf } from './statistics-labels.ts'
import { unitKeyOf } from './unit-key.ts'

export interface StatisticsQuestion {
  groupBy: StatisticsGrouping
  basis: StatisticsBasis
  units: UnitView
  from?: CivilDate
  to?: CivilDate
}

/** From where it is asked: a unit is keyed by its id in the office, by its code to the public. */
export interface Asker {
  language: Language
  unitKey: 'id' | 'code'
}

/**
 * Counts assignments as they stood at an instant, in groups; the totals are the sum of the rows
 * (§6). By age, only what is overdue is counted, and each age has its row. The same question about the same instant has the same answer whenever it is asked.
 * @throws Refusal `invalid-request` when the period ends before it begins
 */
export async function countAssignments(
  db: Tx,
  filter: AssignmentFilter,
  { groupBy, basis, units, from, to }: StatisticsQuestion,
  ground: Ground,
  { language, unitKey }: Asker,
): Promise<Statistics> {
  requireInOrder({ to: [from, to] })
  const byAge = groupBy === 'overdueAge'
  const ages = byAge ? overdueAgeRanges(ground.calendar, ground.moment.today) : []
  const counted = byAge ? overdueOnly(filter) : filter
  const narrowed = narrowToUnits(inPeriod(counted, { basis, from, to }), ground.units, units)
  const cells = await countCells(db, narrowed, ground, { groupBy, basis, ages })
  const always = ages.map(({ age }) => age)
  const { rows, totals } = sumCells(cells.map(underUnit), always)
  const labelOf = await labelsOf(db, groupBy, ground, language)
  const named = rows
    .map((row) => ({ ...row, ...dueDatesOf(row.key), label: labelOf(row.key) }))
    .sort(orderOf(groupBy))
  return {
    asOf: ground.at.toISOString(),
    basis,
    units,
    from: from ?? null,
    to: to ?? null,
    groupBy,
    rows: groupBy === 'unit' && unitKey === 'code' ? named.map(withCode) : named,
    totals,
  }

  function underUnit(cell: StatisticsCell): StatisticsCell {
    return { ...cell, key: unitKeyOf(cell.key, groupBy, units, ground) }
  }

  function dueDatesOf(key: string) {
    const range = ages.find(({ age }) => age === key)
    if (!range) return {}
    const { effectiveDueFrom, effectiveDueTo } = range
    return { effectiveDueFrom, effectiveDueTo }
  }

  function withCode<Row extends { key: string }>(row: Row): Row {
    return { ...row, key: ground.units.get(row.key)?.unit.code ?? row.key }
  }
}

function overdueOnly(filter: AssignmentFilter): AssignmentFilter {
  const asked = !filter.status || filter.status.includes('overdue')
  return { ...filter, status: asked ? ['overdue'] : [] }
}

function inPeriod(
  filter: AssignmentFilter,
  { basis, from, to }: Pick<StatisticsQuestion, 'basis' | 'from' | 'to'>,
): AssignmentFilter {
  switch (basis) {
    case 'issued':
      return {
        ...filter,
        issuedFrom: later(filter.issuedFrom, from),
        issuedTo: earlier(filter.issuedTo, to),
      }
    case 'due':
      return {
        ...filter,
        effectiveDueFrom: later(filter.effectiveDueFrom, from),
        effectiveDueTo: earlier(filter.effectiveDueTo, to),
      }
    case 'active':
      return {
        ...filter,
        issuedTo: earlier(filter.issuedTo, to),
        activeFrom: later(filter.activeFrom, from ? startOfDay(from) : undefined),
      }
  }
}

const later = <T extends CivilDate | Date>(a?: T, b?: T) => (a && b ? (a > b ? a : b) : (a ?? b))
const earlier = <T extends CivilDate>(a?: T, b?: T) => (a && b ? (a < b ? a : b) : (a ?? b))

type Named = { key: string; label: string }

/** Units and people by name, time forwards, fixed lists in their own order. */
function orderOf(groupBy: StatisticsGrouping): (a: Named, b: Named) => number {
  const byList = (list: readonly string[]) => (a: Named, b: Named) =>
    list.indexOf(a.key) - list.indexOf(b.key)
  switch (groupBy) {
    case 'day':
    case 'month':
    case 'quarter':
    case 'year':
      return (a, b) => (a.key < b.key ? -1 : 1)
    case 'status':
      return byList(assignmentStatuses)
    case 'unitType':
      return byList(unitTypes)
    case 'overdueAge':
      return byList(overdueAges)
    default:
      // Two of one name have an order too, or one question would have two answers.
      return (a, b) => compareVietnamese(a.label, b.label) || (a.key < b.key ? -1 : 1)
  }
}
