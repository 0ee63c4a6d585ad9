import type { ComplianceGrouping, ComplianceSubject } from '@dunghan/domain'
import type { Words } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'

export const subjectWords: Words<ComplianceSubject> = {
  directive_entry: m.statistics_subject_directive_entry,
  report_entry: m.statistics_subject_report_entry,
  review: m.statistics_subject_review,
}

/** The 15:00 rule as it is for each, in a sentence. */
export const ruleWords: Words<ComplianceSubject> = {
  directive_entry: m.statistics_rule_directive_entry,
  report_entry: m.statistics_rule_report_entry,
  review: m.statistics_rule_review,
}

export const measuredByWords: Words<ComplianceGrouping> = {
  specialist: m.statistics_measured_specialist,
  recorder: m.statistics_measured_recorder,
  unit: m.terms_grouping_unit,
  unitType: m.terms_grouping_unit_type,
  reviewer: m.statistics_measured_reviewer,
  month: m.terms_grouping_month,
}
