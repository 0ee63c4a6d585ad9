import { queryOptions } from '@tanstack/react-query'
import { answer, client } from './client.ts'
import { queryClient } from './query-client.ts'

/** The working calendar of one year, with the version an edit is made from. */
export const calendarYear = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/calendar/{year}', { params: { path: { year } }, signal })),
  })

/** After the calendar was changed: all that is counted by it is read again. */
export function forgetCalendar(): void {
  const counted = ['calendar', 'due-date-preview', 'assignments', 'directives', 'statistics']
  for (const root of [...counted, 'portal']) queryClient.invalidateQueries({ queryKey: [root] })
}
