import type { CivilDate } from '@dunghan/domain'
import { queryOptions } from '@tanstack/react-query'
import { answer, client } from './client.ts'

interface Question {
  dueOn: CivilDate
  issuedOn?: CivilDate | null
  issuedTime?: string | null
}

/**
 * How a due date comes about, and by when what was issued then has to be entered. The server's
 * calendar, which the office may have edited, decides: it is never worked out here a second time.
 */
export const dueDatePreview = (question: Question) =>
  queryOptions({
    queryKey: ['due-date-preview', question],
    queryFn: ({ signal }) =>
      answer(client.POST('/api/v1/due-date-preview', { body: question, signal })),
    staleTime: 5 * 60_000,
  })
