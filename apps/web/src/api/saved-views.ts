import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { answer, client } from './client.ts'
import { asProblem } from './problem.ts'
import { queryClient } from './query-client.ts'
import type { Schema } from './types.ts'

export type SavedView = Schema<'SavedView'>

const ofPage = (page: SavedView['page']) =>
  queryOptions({
    queryKey: ['saved-views', page],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/saved-views', { params: { query: { page } }, signal })),
    staleTime: 5 * 60_000,
  })

/** The views of one page that the account keeps, by name, and how they come and go. */
export function useSavedViews(page: SavedView['page']) {
  const { data, error } = useQuery(ofPage(page))
  const renew = () => queryClient.invalidateQueries({ queryKey: ofPage(page).queryKey })
  const saving = useMutation({
    mutationFn: (view: Pick<SavedView, 'name' | 'search'>) =>
      answer(client.POST('/api/v1/saved-views', { body: { page, ...view } })),
    onSuccess: renew,
  })
  const deleting = useMutation({
    mutationFn: (id: string) =>
      answer(client.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } })),
    onSuccess: renew,
  })
  return {
    views: data?.items ?? [],
    unread: asProblem(error),
    save: saving.mutateAsync,
    remove: deleting.mutateAsync,
  }
}

export type SavedViews = ReturnType<typeof useSavedViews>
