import { answer, client, ifMatch } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { directive, forgetFigures } from './queries.ts'

/*
 * What the office does with a directive that is entered. Each act shows its outcome on the page at
 * once. `headers` carry the key by which pressing twice acts once.
 */

type Headers = Record<string, string>

function remember(changed: Schema<'Directive'>): Schema<'Directive'> {
  queryClient.setQueryData(directive(changed.id).queryKey, changed)
  forgetFigures()
  return changed
}

async function readAgain(id: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: directive(id).queryKey })
  forgetFigures()
}

export async function withdrawDirective(id: string, reason: string, headers: Headers) {
  const params = { path: { id } }
  const call = client.POST('/api/v1/directives/{id}/withdrawal', {
    params,
    body: { reason },
    headers,
  })
  return remember(await answer(call))
}

export async function withdrawAssignment(
  { id, directive: { id: directiveId } }: Schema<'Assignment'>,
  reason: string,
  headers: Headers,
) {
  const params = { path: { id } }
  const call = client.POST('/api/v1/assignments/{id}/withdrawal', {
    params,
    body: { reason },
    headers,
  })
  await answer(call)
  await readAgain(directiveId)
}

export async function addTask(id: string, body: Schema<'AddTaskInput'>, headers: Headers) {
  const params = { path: { id } }
  await answer(client.POST('/api/v1/directives/{id}/tasks', { params, body, headers }))
  await readAgain(id)
}

export async function addUnits(
  directiveId: string,
  taskId: string,
  body: Schema<'AddUnitsInput'>,
  headers: Headers,
) {
  const params = { path: { id: taskId } }
  await answer(client.POST('/api/v1/tasks/{id}/units', { params, body, headers }))
  await readAgain(directiveId)
}

export async function editDirective(
  { id, version }: Pick<Schema<'Directive'>, 'id' | 'version'>,
  body: Schema<'EditDirectiveInput'>,
  headers: Headers,
) {
  const params = { path: { id }, header: ifMatch(version) }
  return remember(await answer(client.PATCH('/api/v1/directives/{id}', { params, body, headers })))
}
