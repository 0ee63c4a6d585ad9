import {
  assignmentRoles,
  assignmentStates,
  assignmentStatuses,
  directiveKinds,
  timelinesses,
  unitTypes,
  unitViews,
} from '@dunghan/domain'
import {
  isAnything,
  isDay,
  isFlag,
  isId,
  isOneOf,
  isQuery,
  type Known,
} from '../../lib/known-search.ts'

const sorts = ['dueOn', '-dueOn', 'submittedAt', '-submittedAt', '-issuedOn']

/** What the address of the list of assignments may say. */
export const listKnown: Known = {
  q: isQuery,
  role: isOneOf(assignmentRoles),
  status: isOneOf(assignmentStatuses),
  state: isOneOf(assignmentStates),
  timeliness: isOneOf(timelinesses),
  kind: isOneOf(directiveKinds),
  unitType: isOneOf(unitTypes),
  units: isOneOf(unitViews),
  unitId: isId,
  directiveId: isId,
  directedById: isId,
  draftedById: isId,
  dueFrom: isDay,
  dueTo: isDay,
  issuedFrom: isDay,
  issuedTo: isDay,
  effectiveDueFrom: isDay,
  effectiveDueTo: isDay,
  activeFrom: isDay,
  extensionDecidedFrom: isDay,
  extended: isFlag,
  extensionPending: isFlag,
  asOf: isAnything,
  sort: isOneOf(sorts),
}
