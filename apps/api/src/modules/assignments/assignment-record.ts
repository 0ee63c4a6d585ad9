import type {
  AssignmentRole,
  AssignmentState,
  CivilDate,
  DirectiveKind,
  Timeliness,
  UnitType,
  Visibility,
} from '@dunghan/domain'

/** What of an assignment changes, and is counted: one stretch of its life. */
export interface PeriodFacts {
  role: AssignmentRole
  unitId: string
  state: AssignmentState
  dueOn: CivilDate
  effectiveDueOn: CivilDate
  extended: boolean
  receivedAt: Date | null
  submittedAt: Date | null
  completedAt: Date | null
  timeliness: Timeliness | null
  firstTimeliness: Timeliness | null
  daysLate: number | null
  withdrawnAt: Date | null
  withdrawalReason: string | null
  taskId: string
  directiveId: string
  kind: DirectiveKind
  visibility: Visibility
  directedById: string
  draftedById: string
  issuedOn: CivilDate
}

/** An assignment as it stands, with what it is named by. */
export interface AssignmentRecord extends PeriodFacts {
  id: string
  version: number
  originalDueOn: CivilDate
  assignedAt: Date
  /** Since when it stands as it does. */
  changedAt: Date
  unit: { id: string; code: string; name: string; type: UnitType }
  taskContent: string
  directive: {
    number: string | null
    symbol: string | null
    title: string
    recordedById: string
    /** Taken back as a whole: nothing of it begins again. */
    withdrawn: boolean
  }
}
