import createClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './schema.d.ts'

export type { components, operations, paths } from './schema.d.ts'

/** The shapes on the wire by their names: `Schemas['Assignment']`. */
export type Schemas = components['schemas']

export type ApiClient = Client<paths>

/** A client of the API whose paths, parameters, answers and problems are types. */
export function createApiClient(options: ClientOptions): ApiClient {
  return createClient<paths>(options)
}
