/**
 * Need no `If-Match`: what they replace is the account's own and has no version; of a password the
 * present one is given.
 */
const unversioned = new Set(['changePassword', 'editNotificationSettings'])

/** Made anew, and yet from what its author saw: a version is wanted as in an edit. */
const versioned = new Set(['importCalendarYear'])

const idempotencyKey = {
  type: 'string',
  pattern: '^[\\x21-\\x7e]{1,255}$',
  description:
    'The same key with the same request within 24 hours gives the first answer again, and acts once.',
  example: '0190a5d2-6c1e-7d4b-9c1a-4e2f5b6a7c8d',
}
const ifMatch = {
  type: 'string',
  description: 'The version that is edited, as the `ETag` of an answer had it.',
  example: '"3"',
}

const lastEventId = {
  type: 'string',
  description: 'The `id` of the last event that was received: what came after it is sent first.',
  example: '812.4077',
}

const edited = { 412: 'Somebody saved in between', 428: '`If-Match` is missing' }

interface Documented {
  headers?: object
  /** Statuses beside the one that means success, each with its description. */
  refusals: Record<number, string>
}

/**
 * The headers an operation of a signed-in account takes, as a JSON Schema, and how it answers to
 * them. They are read in `request-context.ts`, where a missing or wrong one gets its own problem.
 */
export function headersOf(method: string, operationId: string | undefined): Documented {
  const refusals = { 401: 'Not signed in', 403: 'Not allowed' }
  if (method === 'POST') {
    const posts = { ...refusals, 422: 'A rule is broken, or the key was used for another request' }
    const key = { 'Idempotency-Key': idempotencyKey }
    if (!versioned.has(operationId ?? '')) {
      return { headers: { type: 'object', properties: key }, refusals: posts }
    }
    const properties = { ...key, 'If-Match': ifMatch }
    return {
      headers: { type: 'object', properties, required: ['If-Match'] },
      refusals: { ...posts, ...edited },
    }
  }
  if (operationId === 'streamEvents') {
    return { headers: { type: 'object', properties: { 'Last-Event-ID': lastEventId } }, refusals }
  }
  const edits = method === 'PATCH' || method === 'PUT'
  if (!edits || unversioned.has(operationId ?? '')) return { refusals }
  return {
    headers: { type: 'object', properties: { 'If-Match': ifMatch }, required: ['If-Match'] },
    refusals: { ...refusals, ...edited },
  }
}
