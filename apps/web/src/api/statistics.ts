import type { operations } from '@dunghan/api-client'
import { queryOptions } from '@tanstack/react-query'
import { answer, client } from './client.ts'
import type { Schema } from './types.ts'

export type StatisticsQuery = NonNullable<operations['getStatistics']['parameters']['query']>
export type StatisticsRow = Schema<'StatisticsRow'>
export type StatisticsFigures = Schema<'StatisticsFigures'>

/** How many, how late, whose; the office counts all, a unit its own. */
export const statisticsOf = (query: StatisticsQuery) =>
  queryOptions({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/statistics', { params: { query }, signal })),
  })

export type ComplianceQuery = NonNullable<operations['getCompliance']['parameters']['query']>

/** Who enters and reviews on time; a unit reads of its own reports alone. */
export const complianceOf = (query: ComplianceQuery) =>
  queryOptions({
    queryKey: ['statistics', 'compliance', query],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/statistics/compliance', { params: { query }, signal })),
  })

/** Those who drafted what is counted, by name, to choose from; for the office. */
export const allSpecialists = queryOptions({
  queryKey: ['statistics', 'specialists'],
  queryFn: async ({ signal }) => {
    const query = { groupBy: 'specialist' } as const
    const answered = client.GET('/api/v1/statistics', { params: { query }, signal })
    const { rows } = await answer(answered)
    return rows.map(({ key, label }) => ({ value: key, label }))
  },
  staleTime: 5 * 60_000,
})
