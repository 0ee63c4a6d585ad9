import type {
  CivilDate,
  DirectiveKind,
  ExtensionDecision,
  ReviewVerdict,
  Visibility,
} from '@dunghan/domain'

/** A unit's document, as it is about to be sent. */
export interface PlannedReport {
  title: string
  number: string
  symbol: string
  abstract: string
  issuedOn: CivilDate
  issuedTime: string | null
  signedBy: string
  summary: string
  paper: 'signed' | 'scan'
}

/** What happens to an assignment, and when. */
export type Step = { at: Date } & (
  | { act: 'receive' }
  | { act: 'report'; report: PlannedReport }
  | { act: 'review'; verdict: ReviewVerdict; comment: string | null }
  | { act: 'requestExtension'; dueOn: CivilDate; reason: string }
  | { act: 'decideExtension'; decision: ExtensionDecision; comment: string | null }
  | { act: 'reopen'; reason: string }
  | { act: 'withdraw'; reason: string }
)

export interface PlannedAssignment {
  unitCode: string
  steps: Step[]
}

export interface PlannedTask {
  content: string
  dueOn: CivilDate
  assignments: PlannedAssignment[]
  supportUnitCodes: string[]
}

/** An order with all that comes of it. */
export interface PlannedDirective {
  /** As it is entered, apart from people and files. */
  document: {
    kind: DirectiveKind
    title: string
    number: string | null
    symbol: string | null
    abstract: string
    issuedOn: CivilDate
    issuedTime: string | null
    signedBy: string
    visibility: Visibility
  }
  leaderName: string
  drafter: string
  reviewer: string
  paper: 'signed' | 'unsigned'
  annex: boolean
  recordedAt: Date
  tasks: PlannedTask[]
  withdrawal: { at: Date; reason: string } | null
}
