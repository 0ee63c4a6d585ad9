import type { operations } from '@dunghan/api-client'
import { readAgain, rememberAssignment } from '../../api/assignments.ts'
import { answer, client, ifMatch } from '../../api/client.ts'

type Body<Name extends 'requestExtension' | 'decideExtension' | 'moveDueDate'> =
  operations[Name]['requestBody']['content']['application/json']

export type RequestBody = Body<'requestExtension'>
export type DecisionBody = Body<'decideExtension'>
export type MoveBody = Body<'moveDueDate'>
type Headers = { 'Idempotency-Key': string }

/** The unit asks for a later due date; the page shows the request once this is done. */
export async function requestExtension(id: string, body: RequestBody, headers: Headers) {
  await answer(
    client.POST('/api/v1/assignments/{id}/extensions', { params: { path: { id } }, body, headers }),
  )
  await readAgain(id)
}

export async function decideExtension(id: string, body: DecisionBody, headers: Headers) {
  const params = { path: { id } }
  rememberAssignment(
    await answer(client.POST('/api/v1/extensions/{id}/decision', { params, body, headers })),
  )
}

/** The office moves a due date itself, of the version it has before it. */
export async function moveDueDate(id: string, version: number, body: MoveBody) {
  const params = { path: { id }, header: ifMatch(version) }
  rememberAssignment(
    await answer(client.PUT('/api/v1/assignments/{id}/due-date', { params, body })),
  )
}
