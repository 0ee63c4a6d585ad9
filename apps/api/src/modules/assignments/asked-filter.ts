import { type CivilDate, searchWords, startOfDay } from '@dunghan/domain'
import { Refusal } from '../../refusal.ts'
import type { AssignmentFilter } from './assignment-filter.store.ts'

/** First and last days that a query names, by the field at which a wrong pair is refused. */
type Spans = Record<string, [from: CivilDate | undefined, to: CivilDate | undefined]>

interface Asked {
  q?: string
  activeFrom?: CivilDate
  dueFrom?: CivilDate
  dueTo?: CivilDate
  issuedFrom?: CivilDate
  issuedTo?: CivilDate
  effectiveDueFrom?: CivilDate
  effectiveDueTo?: CivilDate
}

/**
 * What a query says of which assignments are meant, as stores take it.
 * @throws Refusal `invalid-request` at the last day of what ends before it begins
 */
export function filterOf<Filters extends Asked>(
  filters: Filters,
): Omit<Filters, 'q' | 'activeFrom'> & Pick<AssignmentFilter, 'words' | 'activeFrom'> {
  const { q, activeFrom, ...rest } = filters
  requireInOrder({
    dueTo: [filters.dueFrom, filters.dueTo],
    issuedTo: [filters.issuedFrom, filters.issuedTo],
    effectiveDueTo: [filters.effectiveDueFrom, filters.effectiveDueTo],
  })
  return {
    ...rest,
    words: searchWords(q ?? ''),
    activeFrom: activeFrom ? startOfDay(activeFrom) : undefined,
  }
}

/** @throws Refusal `invalid-request` at the last day of what ends before it begins */
export function requireInOrder(spans: Spans): void {
  for (const [field, [from, to]] of Object.entries(spans)) {
    if (from && to && to < from) {
      throw new Refusal('invalid-request', {
        pointer: `/${field}`,
        reason: 'ends-before-it-begins',
      })
    }
  }
}
