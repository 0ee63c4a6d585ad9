import type { operations } from '@dunghan/api-client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, client } from '../../api/client.ts'
import { freshWhileLong } from '../../api/long-lists.ts'
import { queryClient } from '../../api/query-client.ts'

type ListQuery = NonNullable<operations['listDirectives']['parameters']['query']>

const PAGE = 50
const ANY_OF = ['kind', 'directedById', 'unitId', 'status', 'visibility'] as const
const ONE = ['q', 'issuedFrom', 'issuedTo', 'withdrawn'] as const

/** What the list is narrowed by, from the address of the page; the names are the API's own. */
export function filtersIn(params: URLSearchParams): ListQuery {
  const query: Record<string, string | string[]> = {}
  for (const name of ANY_OF) if (params.has(name)) query[name] = params.getAll(name)
  for (const name of ONE) {
    const value = params.get(name)
    if (value) query[name] = value
  }
  return query
}

export const directiveList = (filters: ListQuery) =>
  infiniteQueryOptions({
    queryKey: ['directives', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/directives', {
          params: { query: { ...filters, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // After an act it is read again all the same: no answer renews its row.
    staleTime: (list) => (list.state.isInvalidated ? 0 : freshWhileLong(list)),
  })

export const directive = (id: string) =>
  queryOptions({
    queryKey: ['directives', 'one', id],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/directives/{id}', { params: { path: { id } }, signal })),
  })

/** After an act: every list and count that may now be different is read again. */
export function forgetFigures(): void {
  const roots = [['directives', 'list'], ['directives', 'latest'], ['assignments'], ['statistics']]
  for (const root of roots) {
    queryClient.invalidateQueries({ queryKey: root })
  }
}
