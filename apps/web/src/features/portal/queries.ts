import type { StatisticsBasis, StatisticsGrouping, UnitView } from '@dunghan/domain'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, client } from '../../api/client.ts'
import type { PublicFilters } from './filters.ts'

type Sort = 'dueOn' | '-dueOn' | '-submittedAt' | '-issuedOn'

/** What anyone may read changes a few times an hour; the server keeps it ready. */
const FRESH_MS = 60_000

export const publicAssignments = (filters: PublicFilters, sort: Sort, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['portal', 'assignments', filters, sort, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/public/v1/assignments', {
          params: { query: { ...filters, sort, limit, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: FRESH_MS,
  })

export const publicAssignment = (id: string) =>
  queryOptions({
    queryKey: ['portal', 'assignment', id],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/public/v1/assignments/{id}', { params: { path: { id } }, signal })),
    staleTime: FRESH_MS,
  })

export const publicDirective = (id: string) =>
  queryOptions({
    queryKey: ['portal', 'directive', id],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/public/v1/directives/{id}', { params: { path: { id } }, signal })),
    staleTime: FRESH_MS,
  })

export const publicUnits = queryOptions({
  queryKey: ['portal', 'units'],
  queryFn: ({ signal }) => answer(client.GET('/api/public/v1/units', { signal })),
  staleTime: 5 * FRESH_MS,
})

export const publicUnit = (code: string, units: UnitView = 'as_assigned') =>
  queryOptions({
    queryKey: ['portal', 'unit', code, units],
    queryFn: ({ signal }) =>
      answer(
        client.GET('/api/public/v1/units/{code}', {
          params: { path: { code }, query: { units } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  })

export interface StatisticsQuestion {
  /** Codes; without them all. */
  unit?: string[]
  units?: UnitView
  groupBy: Exclude<StatisticsGrouping, 'specialist'>
  basis: StatisticsBasis
  from?: string
  to?: string
  asOf?: string
}

export const publicStatistics = (question: StatisticsQuestion) =>
  queryOptions({
    queryKey: ['portal', 'statistics', question],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/public/v1/statistics', { params: { query: question }, signal })),
    staleTime: FRESH_MS,
  })

export interface DueDateQuestion {
  dueOn: string
  issuedOn?: string
  issuedTime?: string
}

/** How a due date comes about, the days counted one by one. */
export const publicDueDate = (question: DueDateQuestion) =>
  queryOptions({
    queryKey: ['portal', 'due-date', question],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/public/v1/due-date', { params: { query: question }, signal })),
    staleTime: FRESH_MS,
  })

export const publicCalendar = (year: number) =>
  queryOptions({
    queryKey: ['portal', 'calendar', year],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/public/v1/calendar/{year}', { params: { path: { year } }, signal })),
    staleTime: FRESH_MS,
  })

/** The figures of the landing page: everything there is, by unit. */
export const wholePicture = publicStatistics({ groupBy: 'unit', basis: 'issued' })
