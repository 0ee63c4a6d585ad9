import { assignmentStatuses, directiveKinds, visibilities } from '@dunghan/domain'
import { isDay, isFlag, isId, isOneOf, isQuery, type Known } from '../../lib/known-search.ts'

/** What the address of the list of directives may say. */
export const directiveKnown: Known = {
  q: isQuery,
  kind: isOneOf(directiveKinds),
  directedById: isId,
  unitId: isId,
  status: isOneOf(assignmentStatuses),
  visibility: isOneOf(visibilities),
  withdrawn: isFlag,
  issuedFrom: isDay,
  issuedTo: isDay,
}
