import type { operations } from '@dunghan/api-client'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import { answer, client } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'

/** What a report is asked to be about: a month, or a period as of an instant. */
export type Occasion = NonNullable<operations['previewMonthlyReport']['parameters']['query']>

const PAGE = 50

export const monthlyReports = infiniteQueryOptions({
  queryKey: ['monthly-reports', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      client.GET('/api/v1/monthly-reports', {
        params: { query: { limit: PAGE, cursor: pageParam } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
})

/** Frozen: read once. */
export const monthlyReport = (id: string) =>
  queryOptions({
    queryKey: ['monthly-reports', id],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/monthly-reports/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What would be frozen. As of now it is not read again behind the reader's back. */
export const reportPreview = (occasion: Occasion) =>
  queryOptions({
    queryKey: ['monthly-reports', 'preview', occasion],
    queryFn: ({ signal }) =>
      answer(
        client.GET('/api/v1/monthly-reports/preview', { params: { query: occasion }, signal }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

interface DrawnUp {
  body: Schema<'DrawUpReportInput'>
  headers: { 'Idempotency-Key': string }
}

export const drawUpReport = mutationOptions({
  mutationKey: ['monthly-reports', 'draw-up'],
  mutationFn: ({ body, headers }: DrawnUp) =>
    answer(client.POST('/api/v1/monthly-reports', { body, headers })),
  onSuccess: (report) => {
    queryClient.setQueryData(monthlyReport(report.id).queryKey, report)
    return queryClient.invalidateQueries({ queryKey: monthlyReports.queryKey })
  },
})
