import type { operations } from '@dunghan/api-client'
import { mutationOptions } from '@tanstack/react-query'
import { rememberAssignment } from './assignments.ts'
import { answer, client } from './client.ts'

interface GivenReview {
  reportId: string
  body: operations['reviewReport']['requestBody']['content']['application/json']
  headers: { 'Idempotency-Key': string }
}

/** The office's verdict on one report. */
export const giveReview = mutationOptions({
  mutationKey: ['reports', 'review'],
  mutationFn: ({ reportId, body, headers }: GivenReview) =>
    answer(
      client.POST('/api/v1/reports/{id}/review', {
        params: { path: { id: reportId } },
        body,
        headers,
      }),
    ).then(rememberAssignment),
})
