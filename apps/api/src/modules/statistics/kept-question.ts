import type { AssignmentStatus, CivilDate, StatisticsGrouping } from '@dunghan/domain'
import type { AssignmentFilter } from '../assignments/assignment-filter.store.ts'
import type { KeptAudience, KeptDimension } from './kept-dimensions.ts'
import type { Grouping } from './statistics.store.ts'

/** A question that counts kept by one dimension can answer. */
export interface KeptQuestion {
  dimension: KeptDimension
  audience: KeptAudience
  /** Of these keys alone. */
  keys?: string[]
  /** Of the days from the one to the other alone. */
  from?: CivilDate
  to?: CivilDate
  status?: AssignmentStatus[]
}

/** Whose counts know what a filter narrows by. What is not here, none know. */
const narrowedBy: Partial<Record<keyof AssignmentFilter, KeptDimension>> = {
  unitId: 'unit',
  directedById: 'leader',
  draftedById: 'specialist',
  kind: 'kind',
  issuedFrom: 'issued',
  issuedTo: 'issued',
  effectiveDueFrom: 'due',
  effectiveDueTo: 'due',
}

const groupedBy: Partial<Record<StatisticsGrouping, KeptDimension>> = {
  unit: 'unit',
  unitType: 'unit',
  leader: 'leader',
  kind: 'kind',
  specialist: 'specialist',
  overdueAge: 'due',
}

/**
 * Which kept counts answer a question, if any do: those of leading units, by one dimension. Status
 * and audience every dimension knows; whatever else is asked needs the assignments themselves.
 */
export function keptQuestionOf(
  filter: AssignmentFilter,
  { groupBy, basis }: Pick<Grouping, 'groupBy' | 'basis'>,
): KeptQuestion | null {
  const { role, publicOnly, status, asOf: _, ...narrowing } = filter
  if (role?.length !== 1 || role[0] !== 'lead') return null
  const dimensions = new Set<KeptDimension>()
  for (const [name, value] of Object.entries(narrowing)) {
    if (value === undefined || (Array.isArray(value) && name === 'words' && !value.length)) continue
    const dimension = narrowedBy[name as keyof AssignmentFilter]
    if (!dimension) return null
    dimensions.add(dimension)
  }
  const ofGroups = groupedBy[groupBy] ?? (basis === 'due' ? 'due' : 'issued')
  if (groupBy !== 'status') dimensions.add(ofGroups)
  // Of all, any dimension tells by status: the one with the fewest keys.
  const [dimension = 'kind', ...more] = dimensions
  if (more.length > 0) return null
  return {
    dimension,
    audience: publicOnly ? 'public' : 'office',
    keys: filter.unitId ?? filter.directedById ?? filter.draftedById ?? filter.kind,
    from: filter.issuedFrom ?? filter.effectiveDueFrom,
    to: filter.issuedTo ?? filter.effectiveDueTo,
    status,
  }
}
