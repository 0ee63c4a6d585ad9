import {
  type ComplianceGrouping,
  type ComplianceSubject,
  complianceSubjects,
  groupingsOfSubject,
  isCivilDate,
} from '@dunghan/domain'
import type { ComplianceQuery } from '../../api/statistics.ts'
import { asOfIn } from '../../lib/as-of.ts'

export interface ComplianceQuestion extends ComplianceQuery {
  subject: ComplianceSubject
  groupBy: ComplianceGrouping
}

/** The office is measured before its own eyes; a unit sees how it entered its own reports. */
export const subjectsOf = (office: boolean): readonly ComplianceSubject[] =>
  office ? complianceSubjects : ['report_entry']

/** By whom; a unit has itself alone to look at, so over time. */
export const groupingsOf = (
  subject: ComplianceSubject,
  office: boolean,
): readonly ComplianceGrouping[] => (office ? groupingsOfSubject[subject] : ['month'])

/** What the address asks for; what is no value of its parameter is left out. */
export function complianceIn(params: URLSearchParams, office: boolean): ComplianceQuestion {
  const one = <Known extends string>(name: string, known: readonly Known[]): Known | undefined =>
    known.find((value) => value === params.get(name))
  const date = (name: string) => {
    const value = params.get(name)
    return isCivilDate(value) ? value : undefined
  }
  const subjects = subjectsOf(office)
  const subject = one('subject', subjects) ?? subjects[0] ?? 'report_entry'
  const groupings = groupingsOf(subject, office)
  return {
    subject,
    groupBy: one('groupBy', groupings) ?? groupings[0] ?? 'month',
    from: date('from'),
    to: date('to'),
    asOf: asOfIn(params),
    units: office ? one('units', ['by_successor']) : undefined,
  }
}
