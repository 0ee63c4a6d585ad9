import type { InfiniteData, QueryKey } from '@tanstack/react-query'
import { FRESH_MS, queryClient } from './query-client.ts'

/*
 * A list that was scrolled far is not read again as a whole: that is one request for each of its
 * pages. It stays as it was read, and begins again at its top once that is asked for.
 */

/** Past so many pages a list is long. */
const LONG = 5

interface Held {
  state: { data?: unknown }
}

export function isLong({ state }: Held): boolean {
  const { pages } = (state.data ?? {}) as { pages?: readonly unknown[] }
  return (pages?.length ?? 0) > LONG
}

/** For the `staleTime` of a list: neither time nor an act has it read again while it is long. */
export const freshWhileLong = (list: Held) => (isLong(list) ? 'static' : FRESH_MS)

/** Reads a list of whatever length again from its top: its first page, and more as one scrolls. */
export function beginAnew(queryKey: QueryKey): Promise<void> {
  queryClient.setQueryData<InfiniteData<unknown>>(
    queryKey,
    (list) => list && { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) },
  )
  return queryClient.invalidateQueries({ queryKey, exact: true })
}
