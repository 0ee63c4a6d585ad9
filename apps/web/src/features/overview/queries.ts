import { addDays, type CivilDate, weekdayOf } from '@dunghan/domain'
import { queryOptions } from '@tanstack/react-query'
import { type AssignmentQuery, firstAssignments } from '../../api/assignments.ts'
import { answer, client } from '../../api/client.ts'
import { statisticsOf } from '../../api/statistics.ts'

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
