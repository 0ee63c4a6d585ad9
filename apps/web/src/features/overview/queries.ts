import {
  type AssignmentStatus,
  addDays,
  type CivilDate,
  isCivilDate,
  weekdayOf,
} from '@dunghan/domain'
import { queryOptions } from '@tanstack/react-query'
import { type AssignmentQuery, firstAssignments } from '../../api/assignments.ts'
import { answer, client } from '../../api/client.ts'
import { everyPage } from '../../api/reference-data.ts'
import { statisticsOf } from '../../api/statistics.ts'
import { monthAfter } from '../../lib/month-grid.ts'

/** How many lines a short list shows; the rest is one press away. */
export const FEW = 5

export type UnitList = 'overdue' | 'thisWeek' | 'returned' | 'notReceived' | 'awaitingReview'

/**
 * What needs a unit, most pressing first, where it leads: in what it only supports it reports
 * nothing. The same words narrow the full list.
 */
export function unitLists(today: CivilDate): Record<UnitList, AssignmentQuery> {
  const sunday = addDays(today, 7 - weekdayOf(today))
  return {
    overdue: { status: ['overdue'] },
    thisWeek: { status: ['due_soon', 'in_progress'], dueFrom: today, dueTo: sunday },
    returned: { state: ['returned'] },
    notReceived: { state: ['assigned'] },
    awaitingReview: { status: ['awaiting_review'], sort: 'submittedAt' },
  }
}

/** What is still to be reported. */
export const owed: AssignmentStatus[] = ['overdue', 'due_soon', 'in_progress']

/** In the address: the month whose due dates are shown. */
export const MONTH = 'thang'

/** The first day of the month asked for; of this one where the address names none that there is. */
export function monthIn(params: URLSearchParams, today: CivilDate): CivilDate {
  const first = `${params.get(MONTH) ?? ''}-01`
  return isCivilDate(first) ? first : monthAfter(today, 0)
}

/** What is owed, by the day of a month on which it is effectively due. */
export const dueByDay = (first: CivilDate) => ({
  groupBy: 'day' as const,
  basis: 'due' as const,
  status: owed,
  from: first,
  to: addDays(monthAfter(first, 1), -1),
})

/** Which monthly report is due, and when the next one is. */
export const reportsDue = queryOptions({
  queryKey: ['monthly-reports', 'due'],
  queryFn: ({ signal }) =>
    answer(client.GET('/api/v1/monthly-reports', { params: { query: { limit: 1 } }, signal })),
})

/** The units in being that nobody can sign in for, by name. */
export const unitsWithoutAccount = queryOptions({
  queryKey: ['accounts', 'missing'],
  queryFn: async ({ signal }) => {
    const [units, accounts] = await Promise.all([
      everyPage((cursor) => {
        const query = { limit: 200, standing: ['current' as const], cursor }
        return answer(client.GET('/api/v1/units', { params: { query }, signal }))
      }),
      everyPage((cursor) => {
        const query = { limit: 200, role: ['unit' as const], cursor }
        return answer(client.GET('/api/v1/accounts', { params: { query }, signal }))
      }),
    ])
    const open = accounts.filter(({ disabledAt }) => disabledAt === null)
    const served = new Set(open.map(({ unit }) => unit?.id))
    return units.filter(({ id }) => !served.has(id))
  },
  staleTime: 60_000,
})

/** What is overdue of the directives an account drafted. */
export const ownOverdue = (accountId: string): AssignmentQuery => ({
  draftedById: [accountId],
  status: ['overdue'],
})

/** What waits for a decision on a request for extension. */
export const extensionsPending: AssignmentQuery = { extensionPending: 'true' }

/** Whose requests for extension the office decided on lately. */
export const extensionsDecided = (today: CivilDate): AssignmentQuery => ({
  extensionDecidedFrom: addDays(today, -7),
})

/** How everything stands, or stood, by unit. */
export const standingByUnit = (asOf?: string) => statisticsOf({ groupBy: 'unit', asOf })

/** The same by the month of issue. */
export const standingByMonth = (asOf?: string) => statisticsOf({ groupBy: 'month', asOf })

/** The reports that wait longest for their verdict. */
export const longestWaiting = firstAssignments({
  status: ['awaiting_review'],
  sort: 'submittedAt',
  limit: FEW,
})

/** The directives issued last. */
export const latestDirectives = queryOptions({
  queryKey: ['directives', 'latest'],
  queryFn: ({ signal }) =>
    answer(client.GET('/api/v1/directives', { params: { query: { limit: FEW } }, signal })),
})
