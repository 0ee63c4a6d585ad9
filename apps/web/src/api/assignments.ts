import type { paths } from '@dunghan/api-client'
import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, client } from './client.ts'
import { freshWhileLong } from './long-lists.ts'
import { queryClient } from './query-client.ts'
import type { Schema } from './types.ts'

export type Assignment = Schema<'Assignment'>
export type AssignmentDetail = Schema<'AssignmentDetail'>
export type AssignmentPage = Schema<'AssignmentPage'>
export type Report = Schema<'Report'>
export type Extension = Schema<'Extension'>

/** What a list of assignments may be narrowed and sorted by. */
export type AssignmentQuery = NonNullable<
  paths['/api/v1/assignments']['get']['parameters']['query']
>

const root = 'assignments'
type Pages = InfiniteData<AssignmentPage, string | null>

/** Once a list is scrolled, it is read in larger steps: as many as the server gives. */
const MORE = 200

const readPage = (query: AssignmentQuery, signal: AbortSignal) =>
  answer(client.GET('/api/v1/assignments', { params: { query }, signal }))

/** A list that grows page by page. A long one stays as it was read; an act renews the row it was about. */
export const assignmentList = (query: AssignmentQuery) =>
  infiniteQueryOptions({
    queryKey: [root, 'list', query] as const,
    queryFn: ({ pageParam, signal }) =>
      readPage(pageParam ? { ...query, limit: MORE, cursor: pageParam } : query, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: freshWhileLong,
  })

/** The first few of a list and how many there are. */
export const firstAssignments = (query: AssignmentQuery) =>
  queryOptions({
    queryKey: [root, 'first', query] as const,
    queryFn: ({ signal }) => readPage(query, signal),
  })

export const assignmentDetail = (id: string) =>
  queryOptions({
    queryKey: [root, 'one', id] as const,
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/assignments/{id}', { params: { path: { id } }, signal })),
  })

export const assignmentHistory = (id: string) =>
  queryOptions({
    queryKey: [root, 'history', id] as const,
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/assignments/{id}/history', { params: { path: { id } }, signal })),
  })

/**
 * Takes over what an act answered: the page shows it at once, and every list and count that may now
 * be different is read again.
 */
export function rememberAssignment(assignment: Assignment): Assignment {
  const { id } = assignment
  const { queryKey } = assignmentDetail(id)
  const passedOn = queryClient.getQueryData(queryKey)?.unit.id !== assignment.unit.id
  queryClient.setQueryData(
    queryKey,
    (before) =>
      before && { ...before, ...assignment, directive: before.directive, task: before.task },
  )
  const renew = (page: AssignmentPage): AssignmentPage => ({
    ...page,
    items: page.items.map((item) => (item.id === id ? assignment : item)),
  })
  queryClient.setQueriesData<Pages>(
    { queryKey: [root, 'list'] },
    (before) => before && { ...before, pages: before.pages.map(renew) },
  )
  queryClient.setQueriesData<AssignmentPage>(
    { queryKey: [root, 'first'] },
    (before) => before && renew(before),
  )
  // Whose it was, and who shares the task now, is not in the answer.
  if (passedOn) queryClient.invalidateQueries({ queryKey })
  readListsAgain(id)
  return assignment
}

/** What an act changed without answering it; resolves once the page shows it. */
export async function readAgain(id: string): Promise<void> {
  readListsAgain(id)
  await queryClient.invalidateQueries({ queryKey: assignmentDetail(id).queryKey })
}

function readListsAgain(id: string) {
  const own = [
    [root, 'list'],
    [root, 'first'],
    [root, 'history', id],
  ]
  // Directives show how their assignments stand.
  for (const key of [...own, ['directives'], ['statistics']]) {
    queryClient.invalidateQueries({ queryKey: key })
  }
}
