import {
  assignmentStatuses,
  directiveKinds,
  timelinesses,
  unitTypes,
  unitViews,
} from '@dunghan/domain'
import {
  isAnything,
  isDay,
  isId,
  isOneOf,
  isQuery,
  notUnderstood,
  understood,
} from '../../lib/known-search.ts'
import { BrokenSearch } from '../../ui/broken-search.tsx'
import type { FilterField } from '../../ui/filter-bar.tsx'
import { assignmentSorts } from './filters.ts'

/** What the address of the public list may say; a unit is named by its code. */
const known = {
  q: isQuery,
  unit: isAnything,
  status: isOneOf(assignmentStatuses),
  timeliness: isOneOf(timelinesses),
  kind: isOneOf(directiveKinds),
  unitType: isOneOf(unitTypes),
  units: isOneOf(unitViews),
  directedById: isId,
  dueFrom: isDay,
  dueTo: isDay,
  issuedFrom: isDay,
  issuedTo: isDay,
  effectiveDueFrom: isDay,
  effectiveDueTo: isDay,
  activeFrom: isDay,
  sort: isOneOf(assignmentSorts),
}

interface Props {
  path: string
  params: URLSearchParams
  fields: readonly FilterField[]
}

/** Says which conditions of the address mean nothing; in a chunk of its own, as most visits have none. */
export default function BrokenFilters({ path, params, fields }: Props) {
  return (
    <BrokenSearch
      broken={notUnderstood(params, known)}
      href={`${path}?${understood(params, known)}`}
      fields={fields}
    />
  )
}
