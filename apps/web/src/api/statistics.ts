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
