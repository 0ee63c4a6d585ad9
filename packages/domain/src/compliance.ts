/*
 * Compliance with the 15:00 rule (Đ8.2; R1): who entered on time, and who reviewed on time. Measured
 * are the specialist who drafted an order, by its entry; the unit, by the entry of its report's
 * document; the reviewer, by the verdict on a report. What an order or an assignment that was
 * withdrawn asked for is not measured any more.
 *
 * A verdict that was not given is seen as well: a report `waiting`, of which `waitingLate` wait past
 * the time for it. Those count against the rate as if they had been reviewed late, or the office
 * would look the better the less it reviewed. What was never entered nobody can know of.
 */
import { entryTimeliness } from './entry-deadline.ts'

export const complianceSubjects = ['directive_entry', 'report_entry', 'review'] as const

export type ComplianceSubject = (typeof complianceSubjects)[number]

/** `specialist` drafted the order, `recorder` entered it, `unit` sent the report. */
export const complianceGroupings = [
  'specialist',
  'recorder',
  'unit',
  'unitType',
  'reviewer',
  'month',
] as const

export type ComplianceGrouping = (typeof complianceGroupings)[number]

/** By what each subject can be grouped; by the first when nothing else is asked. */
export const groupingsOfSubject: Record<
  ComplianceSubject,
  readonly [ComplianceGrouping, ...ComplianceGrouping[]]
> = {
  directive_entry: ['specialist', 'recorder', 'month'],
  report_entry: ['unit', 'unitType', 'month'],
  review: ['reviewer', 'unit', 'unitType', 'month'],
}

export const complianceOutcomes = ['on_time', 'late', 'waiting', 'waiting_late'] as const

export type ComplianceOutcome = (typeof complianceOutcomes)[number]

export interface ComplianceFigures {
  /** What was done: in time or late. */
  total: number
  onTime: number
  late: number
  /** What still waits, and how many of it wait too long. */
  waiting: number
  waitingLate: number
  /** On time, among what was done or should have been; null where there is nothing. */
  rate: number | null
}

export interface ComplianceRow extends ComplianceFigures {
  key: string
}

/** How many of one group had one outcome. */
export interface ComplianceCell {
  /** Null: nobody's yet, as a report that waits is no reviewer's. */
  key: string | null
  outcome: ComplianceOutcome
  count: number
}

/**
 * What became, by an instant, of something to be done before `deadlineAt`, the first instant that is
 * too late.
 */
export function complianceOutcome(
  { deadlineAt, doneAt }: { deadlineAt: Date; doneAt: Date | null },
  at: Date,
): ComplianceOutcome {
  if (doneAt) return entryTimeliness(deadlineAt, doneAt)
  return entryTimeliness(deadlineAt, at) === 'late' ? 'waiting_late' : 'waiting'
}

/**
 * Sums cells by key, in the order in which keys are first met. What is nobody's is in the totals and
 * in no row.
 */
export function sumCompliance(cells: Iterable<ComplianceCell>): {
  rows: ComplianceRow[]
  totals: ComplianceFigures
} {
  const byKey = new Map<string, ComplianceFigures>()
  const totals = none()
  for (const { key, outcome, count } of cells) {
    add(totals, outcome, count)
    if (key === null) continue
    const figures = byKey.get(key) ?? none()
    byKey.set(key, figures)
    add(figures, outcome, count)
  }
  const rows = [...byKey].map(([key, figures]) => ({ key, ...figures, rate: rateOf(figures) }))
  return { rows, totals: { ...totals, rate: rateOf(totals) } }
}

const none = (): ComplianceFigures => ({
  total: 0,
  onTime: 0,
  late: 0,
  waiting: 0,
  waitingLate: 0,
  rate: null,
})

function add(figures: ComplianceFigures, outcome: ComplianceOutcome, count: number): void {
  switch (outcome) {
    case 'on_time':
      figures.total += count
      figures.onTime += count
      break
    case 'late':
      figures.total += count
      figures.late += count
      break
    case 'waiting_late':
      figures.waitingLate += count
      figures.waiting += count
      break
    case 'waiting':
      figures.waiting += count
  }
}

function rateOf({ onTime, total, waitingLate }: ComplianceFigures): number | null {
  const due = total + waitingLate
  return due === 0 ? null : onTime / due
}
