import fc from 'fast-check'
import type { HostileRequest, Method } from './fuzz-requests.ts'
import { formWith } from './fuzz-uploads.ts'
import type { Known, Operation } from './fuzz-values.ts'

/*
 * Requests as a client of ours sends them. They carry what is made up past the first checks: what was
 * changed is then asked for, changed again and taken back.
 */

/** Stands for the version that is there when the request is sent. */
export const versionThen = 'as it stands'

/** The one operation whose right is a cookie brings it. */
export const ownHeaders = (
  { operationId }: Operation,
  { refreshToken }: Known,
): Record<string, string> =>
  operationId === 'refreshSession' ? { cookie: `refresh=${refreshToken}` } : {}

/** One that nothing is wrong with, as far as is known here. */
export function rightRequest(
  path: string,
  method: Method,
  operation: Operation,
  known: Known,
): fc.Arbitrary<HostileRequest> {
  const { operationId = '', parameters = [], requestBody } = operation
  const before = path.match(/([\w-]+)\/\{\w+\}/)?.[1] ?? ''
  const places = known.fittingAct[operationId] ?? known.fitting[before] ?? ['']
  const bodies = known.bodies[operationId] ?? [undefined]
  const versioned = parameters.some(({ name }) => name === 'If-Match')
  const files = requestBody?.content['multipart/form-data'] !== undefined
  return fc
    .tuple(
      fc.constantFrom(...places),
      fc.constantFrom(...bodies),
      fc.constantFrom(...known.contents),
    )
    .map(([place, body, content]) => {
      const form = formWith(content)
      const type = files ? form.type : body && 'application/json'
      return {
        right: true,
        operationId,
        method,
        url: path.replace(/\{\w+\}/, () => place) + (known.queries[operationId] ?? ''),
        headers: {
          ...ownHeaders(operation, known),
          ...(versioned ? { 'if-match': versionThen } : {}),
          ...(type ? { 'content-type': type } : {}),
        },
        payload: files ? form.payload : body && JSON.stringify(body),
      }
    })
}

/** Where the version of what an address changes is read. */
export function versionedAt(url: string): string {
  return url
    .replace(/\/(due-date|announcement)$/, '')
    .replace(/\/calendar\/days\/(\d{4}).*/, '/calendar/$1')
    .replace(/\/calendar\/imports$/, '/calendar/2027')
}
