import type { operations } from '@dunghan/api-client'
import { mutationOptions } from '@tanstack/react-query'
import { rememberAssignment } from '../../api/assignments.ts'
import { answer, client } from '../../api/client.ts'

export type ReportBody = operations['sendReport']['requestBody']['content']['application/json']

interface Reasoned {
  id: string
  reason: string
  headers: { 'Idempotency-Key': string }
}

export const receiveAssignment = mutationOptions({
  mutationKey: ['assignments', 'receive'],
  mutationFn: (id: string) =>
    answer(
      client.POST('/api/v1/assignments/{id}/receipt', { params: { path: { id } }, body: null }),
    ).then(rememberAssignment),
})

export const sendReport = mutationOptions({
  mutationKey: ['assignments', 'report'],
  mutationFn: ({
    id,
    body,
    headers,
  }: {
    id: string
    body: ReportBody
    headers: { 'Idempotency-Key': string }
  }) =>
    answer(
      client.POST('/api/v1/assignments/{id}/reports', { params: { path: { id } }, body, headers }),
    ).then(rememberAssignment),
})

export const reopenAssignment = mutationOptions({
  mutationKey: ['assignments', 'reopen'],
  mutationFn: ({ id, reason, headers }: Reasoned) =>
    answer(
      client.POST('/api/v1/assignments/{id}/reopening', {
        params: { path: { id } },
        body: { reason },
        headers,
      }),
    ).then(rememberAssignment),
})

export const withdrawAssignment = mutationOptions({
  mutationKey: ['assignments', 'withdraw'],
  mutationFn: ({ id, reason, headers }: Reasoned) =>
    answer(
      client.POST('/api/v1/assignments/{id}/withdrawal', {
        params: { path: { id } },
        body: { reason },
        headers,
      }),
    ).then(rememberAssignment),
})
