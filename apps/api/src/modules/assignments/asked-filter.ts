import { type CivilDate, searchWords, startOfDay } from '@dunghan/domain'
import type { AssignmentFilter } from './assignment-filter.store.ts'

/** What a query says of which assignments are meant, as stores take it. */
export function filterOf<Filters extends { q?: string; activeFrom?: CivilDate }>({
  q,
  activeFrom,
  ...rest
}: Filters): Omit<Filters, 'q' | 'activeFrom'> & Pick<AssignmentFilter, 'words' | 'activeFrom'> {
  return {
    ...rest,
    words: searchWords(q ?? ''),
    activeFrom: activeFrom ? startOfDay(activeFrom) : undefined,
  }
}
