import type { StatisticsBasis, StatisticsGrouping, UnitView } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import type { Words } from './terms.ts'

export const groupingWords: Words<StatisticsGrouping> = {
  unit: m.terms_grouping_unit,
  unitType: m.terms_grouping_unit_type,
  leader: m.terms_grouping_leader,
  kind: m.terms_grouping_kind,
  specialist: m.terms_grouping_specialist,
  day: m.terms_grouping_day,
  month: m.terms_grouping_month,
  quarter: m.terms_grouping_quarter,
  year: m.terms_grouping_year,
  status: m.terms_grouping_status,
  overdueAge: m.terms_grouping_overdue_age,
}

export const basisWords: Words<StatisticsBasis> = {
  issued: m.terms_basis_issued,
  due: m.terms_basis_due,
  active: m.terms_basis_active,
}

/** What is counted by each basis, in a sentence. */
export const basisHints: Words<StatisticsBasis> = {
  issued: m.terms_basis_hint_issued,
  due: m.terms_basis_hint_due,
  active: m.terms_basis_hint_active,
}

export const unitViewWords: Words<UnitView> = {
  as_assigned: m.terms_unit_view_as_assigned,
  by_successor: m.terms_unit_view_by_successor,
}
