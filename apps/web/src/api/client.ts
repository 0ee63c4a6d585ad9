import { createApiClient } from '@dunghan/api-client'
import { problemOf } from './problem.ts'
import { sessionFetch } from './session-fetch.ts'

/** The API, typed by its own document. */
export const client = createApiClient({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: sessionFetch,
})

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of an answer; a refusal is thrown as an `ApiProblem`. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok || error !== undefined) throw problemOf(response, error)
  return data as T
}

/** The headers by which the server knows that nobody changed the record in between. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })
