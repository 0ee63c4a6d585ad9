import type { Compliance } from '@dunghan/contract'
import {
  type CivilDate,
  type ComplianceCell,
  type ComplianceFigures,
  type ComplianceGrouping,
  type ComplianceSubject,
  compareVietnamese,
  sumCompliance,
  type UnitView,
  unitTypes,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Ground } from '../assignments/as-of.ts'
import { requireInOrder } from '../assignments/asked-filter.ts'
import { complianceStore } from './compliance.store.ts'
import { labelsOf } from './statistics-labels.ts'
import { unitKeyOf } from './unit-key.ts'

export interface ComplianceQuestion {
  subject: ComplianceSubject
  groupBy: ComplianceGrouping
  units: UnitView
  from?: CivilDate
  to?: CivilDate
  /** Reports of these units alone. */
  unitId?: string[]
}

/**
 * Who entered and reviewed on time, as it stood on record at an instant (Đ8.2): the same question
 * about the same instant has the same answer whenever it is asked.
 * @throws Refusal `invalid-request` when the period ends before it begins
 */
export async function measureCompliance(
  db: Tx,
  { subject, groupBy, units, ...narrowed }: ComplianceQuestion,
  ground: Ground,
  language: Language,
): Promise<Compliance> {
  const { from, to } = narrowed
  requireInOrder({ to: [from, to] })
  const filter = { ...narrowed, groupBy, asOf: ground.at }
  const cells = await complianceStore(db).listCells(subject, filter)
  const { rows, totals } = sumCompliance(cells.map(byUnit))
  const labelOf = await labelsOf(db, groupBy, ground, language)
  const order = orderOf(groupBy)
  return {
    asOf: ground.at.toISOString(),
    subject,
    groupBy,
    units,
    from: from ?? null,
    to: to ?? null,
    rows: rows
      .map(({ key, ...figures }) => ({ key, label: labelOf(key), ...shown(figures) }))
      .sort(order),
    totals: shown(totals),
  }

  function byUnit(cell: ComplianceCell): ComplianceCell {
    return cell.key === null ? cell : { ...cell, key: unitKeyOf(cell.key, groupBy, units, ground) }
  }

  /** What was never entered nobody knows of: that nothing waits is said of reviews alone. */
  function shown({ waiting, waitingLate, ...done }: ComplianceFigures) {
    return subject === 'review' ? { ...done, waiting, waitingLate } : done
  }
}

type Named = { key: string; label: string }

/** Units and people by name, months forwards, types in their own order. */
function orderOf(groupBy: ComplianceGrouping): (a: Named, b: Named) => number {
  const list: readonly string[] = unitTypes
  switch (groupBy) {
    case 'month':
      return (a, b) => (a.key < b.key ? -1 : 1)
    case 'unitType':
      return (a, b) => list.indexOf(a.key) - list.indexOf(b.key)
    default:
      return (a, b) => compareVietnamese(a.label, b.label) || (a.key < b.key ? -1 : 1)
  }
}
