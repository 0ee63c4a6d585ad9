import type { AssignmentStatus, DirectiveKind, UnitType, Visibility } from '@dunghan/domain'

/*
 * What happens in the province of the tests, told by names of its own (`u0` a unit, `d3` an order,
 * `a7` an assignment). A player plays it through the API; a chronicle knows nothing but this list.
 */

export type Act = { at: Date } & Deed

export type Deed =
  | { do: 'enter'; order: NewOrder }
  | { do: 'receive'; life: string }
  | { do: 'report'; life: string; issuedOn: string; issuedTime: string | null }
  | { do: 'review'; life: string; by: string; verdict: 'satisfactory' | 'unsatisfactory' }
  | { do: 'reopen'; life: string }
  | { do: 'withdraw'; life: string }
  | { do: 'withdrawOrder'; order: string }
  | { do: 'editOrder'; order: string; change: OrderChange }
  | { do: 'askExtension'; life: string; dueOn: string }
  | { do: 'decideExtension'; life: string; dueOn: string | null }
  | { do: 'moveDueDate'; life: string; dueOn: string }
  | { do: 'setDay'; date: string; kind: 'working' | 'off' | 'make_up' }
  | { do: 'setDueSoon'; days: number }
  | { do: 'editUnit'; unit: string; name: string; type: UnitType }
  | { do: 'succeed'; units: string[]; successor: string; made: { type: UnitType } | null }
  | { do: 'renameLeader'; leader: string; name: string }
  | { do: 'renameAccount'; account: string; name: string }

export interface OrderFields {
  kind: DirectiveKind
  leader: string
  drafter: string
  visibility: Visibility
  issuedOn: string
  issuedTime: string | null
  title: string
}

export type OrderChange = Partial<OrderFields>

export interface NewOrder extends OrderFields {
  key: string
  /** Who enters it. */
  recorder: string
  tasks: { dueOn: string; leads: Given[]; supports: Given[] }[]
}

export type Given = [life: string, unit: string]

export interface Filters {
  unit?: string[]
  unitType?: UnitType[]
  kind?: DirectiveKind[]
  status?: AssignmentStatus[]
  state?: string[]
  leader?: string[]
  drafter?: string[]
  timeliness?: string[]
  q?: string
  extended?: boolean
  extensionPending?: boolean
  activeFrom?: string
  issuedFrom?: string
  issuedTo?: string
  dueFrom?: string
  dueTo?: string
  effectiveDueFrom?: string
  effectiveDueTo?: string
}

/** Who asks: the office, anyone, or the account of a unit. */
export type Audience = 'office' | 'public' | { unit: string }

export interface Question {
  groupBy: string
  basis: 'issued' | 'due' | 'active'
  view: 'as_assigned' | 'by_successor'
  audience: Audience
  from?: string
  to?: string
  filters?: Filters
}

export interface ComplianceQuestion {
  subject: 'directive_entry' | 'report_entry' | 'review'
  groupBy: string
  view: 'as_assigned' | 'by_successor'
  from?: string
  to?: string
}
