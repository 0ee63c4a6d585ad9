import fc from 'fast-check'
import { ownHeaders, rightRequest } from './fuzz-right.ts'
import { hostileUpload } from './fuzz-uploads.ts'
import {
  type ApiDocument,
  anything,
  damaged,
  type Known,
  type Operation,
  schemaValue,
  text,
} from './fuzz-values.ts'

/*
 * Requests as no client of ours would send them: for every operation of the OpenAPI document bodies,
 * addresses and headers of every sort.
 */

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface HostileRequest {
  operationId: string
  method: Method
  url: string
  headers: Record<string, string>
  payload: string | Buffer | undefined
  /** Nothing is wrong with it, if who asks may. */
  right?: boolean
}

const jsonType = 'application/json'

/** The body's text with its media type. Lone surrogates stay as JSON escapes. */
function bodyOf(operation: Operation, document: ApiDocument, known: Known) {
  if (operation.requestBody?.content['multipart/form-data']) return hostileUpload(known.contents)
  const schema = operation.requestBody?.content[jsonType]?.schema
  const right = known.bodies[operation.operationId ?? ''] ?? []
  const values = fc.oneof(
    { weight: 2, arbitrary: schema ? schemaValue(schema, document, known) : anything },
    { weight: right.length > 0 ? 5 : 0, arbitrary: fc.constantFrom(...right, {}).chain(damaged) },
    { weight: 1, arbitrary: anything },
  )
  const json = values.map((value) => ({ type: jsonType, payload: JSON.stringify(value) }))
  const broken = fc.record({
    type: fc.constantFrom(
      ...[
        jsonType,
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=x',
      ],
      ...['multipart/form-data', 'multipart/form-data; boundary=x', '', ';', 'a/b; =', '\u00ff'],
    ),
    payload: fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '{"a":',
        '{"__proto__":{"admin":true}}',
        '[[[[',
        '--x\r\n\r\n\r\n--x--\r\n',
        '\ufeff{}',
      ),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    ),
  })
  const none = fc.constant({ type: undefined, payload: undefined })
  return fc.oneof(
    { weight: 8, arbitrary: json },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: none },
  )
}

const rawEscape = fc.constantFrom(
  '%',
  '%ff',
  '%00',
  '%c3%28',
  '%zz',
  '%2e%2e%2f',
  '%ed%a0%80',
  '%0d%0a',
)
const encode = (value: unknown) => encodeURIComponent(String(value).toWellFormed())

function pathOf(template: string, known: Known): fc.Arbitrary<string> {
  const before = template.match(/([\w-]+)\/\{\w+\}/)?.[1] ?? ''
  const one = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...(known.fitting[before] ?? known.ids)) },
    { weight: 4, arbitrary: fc.constantFrom(...known.ids) },
    { weight: 1, arbitrary: fc.oneof(text, fc.uuid(), fc.constant('x'.repeat(3000))).map(encode) },
    { weight: 1, arbitrary: rawEscape },
    { weight: 1, arbitrary: fc.integer({ min: 1990, max: 2070 }).map(String) },
  )
  const tail = fc.oneof(
    { weight: 20, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('/', '//', '/x', ';a') },
  )
  return fc.tuple(one, tail).map(([value, end]) => template.replace(/\{\w+\}/, () => value) + end)
}

function queryOf(operation: Operation, document: ApiDocument, known: Known): fc.Arbitrary<string> {
  const own = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
  const pairs = own.map(({ name, schema }) => {
    const values = name === 'cursor' ? cursorOf(known) : schemaValue(schema, document, known)
    return values.map((value) =>
      [value]
        .flat()
        .map((each) => `${name}=${encode(each)}`)
        .join('&'),
    )
  })
  const odd = fc.tuple(fc.oneof(text.map(encode), rawEscape), fc.oneof(text.map(encode), rawEscape))
  const strange = odd.map(([name, value]) => `${name}=${value}`)
  const one = fc.oneof(
    { weight: 12, arbitrary: pairs.length > 0 ? fc.oneof(...pairs) : strange },
    { weight: 1, arbitrary: strange },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('q', 'cursor', 'unit'), rawEscape)
        .map((pair) => pair.join('=')),
    },
  )
  const most = own.length > 0 ? 4 : 1
  return fc
    .array(one, { maxLength: most })
    .map((all) => (all.length > 0 ? `?${all.join('&')}` : ''))
}

/** A list's own cursor, one of another list, or one with something else inside. */
function cursorOf(known: Known): fc.Arbitrary<string> {
  const made = fc.array(fc.oneof(text, anything, fc.constantFrom(...known.ids)), { maxLength: 3 })
  return fc.oneof(
    fc.constantFrom(...known.cursors, 'x'),
    made.map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
    fc
      .tuple(
        fc.constantFrom('2026-12-05', '0000-01-01T00:00:00.000Z', null),
        fc.constantFrom(...known.ids),
      )
      .map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
    text,
  )
}

/** A header can hold no more than the visible part of Latin-1. */
const headerText = fc.oneof(
  fc.constantFrom(
    '',
    '*',
    ',',
    ';',
    '"',
    'W/"1"',
    '"1"',
    '"2"',
    '"999999999"',
    '"9999999999"',
    'bytes=0-0',
  ),
  fc.constantFrom(
    'bytes=-0',
    'bytes=9-1',
    'bytes=0-0,2-3',
    'bytes=99999999999999999999-',
    'en;q=NaN,vi;q=',
  ),
  fc.string({ maxLength: 40 }).map((value) => value.replace(/[^\x20-\x7e]/g, '\u00e9')),
  fc.constant('k'.repeat(250)),
)
const headers = fc.record(
  {
    'if-match': fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('"1"', '"2"') },
      { weight: 1, arbitrary: headerText },
    ),
    'idempotency-key': fc.oneof(headerText, fc.constantFrom('khoa-dung-lai-1', 'khoa-dung-lai-2')),
    range: headerText,
    'if-range': headerText,
    'if-none-match': headerText,
    'accept-language': headerText,
    authorization: fc.oneof(
      headerText,
      headerText.map((value) => `Bearer ${value}`),
    ),
    cookie: headerText.map((value) => `refresh=${value}`),
    origin: fc.constantFrom('null', 'https://evil.example', 'http://localhost:3000', '\u00e9'),
    host: fc.constantFrom('evil.example', '[', 'a b', ''),
    'x-forwarded-host': headerText,
    'x-forwarded-for': headerText,
  },
  { requiredKeys: [] },
)
/** Mostly few headers: whoever sends a false token gets no further. */
const fewHeaders = fc.tuple(headers, fc.nat(11)).map(([all, keep]) => {
  const kept = Object.entries(all).filter(([name], i) => name === 'if-match' || i + 4 === keep)
  return Object.fromEntries(kept)
})

/** A request for any operation of the document, now and then one nothing is wrong with. */
export function hostileRequest(document: ApiDocument, known: Known): fc.Arbitrary<HostileRequest> {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return fc.oneof(
    ...all.map(({ path, method, operation }) => {
      const verb = method.toUpperCase() as Method
      const strange = strangeRequest(path, verb, operation, document, known)
      const right = rightRequest(path, verb, operation, known)
      return fc.oneof({ weight: 5, arbitrary: strange }, { weight: 1, arbitrary: right })
    }),
  )
}

function strangeRequest(
  path: string,
  method: Method,
  operation: Operation,
  document: ApiDocument,
  known: Known,
): fc.Arbitrary<HostileRequest> {
  const methods: [Method, ...Method[]] = [method]
  if (method === 'GET') methods.push('GET', 'GET', 'HEAD')
  const content =
    method === 'GET' || method === 'DELETE'
      ? fc.constant({ type: undefined, payload: undefined })
      : bodyOf(operation, document, known)
  return fc
    .tuple(
      fc.constantFrom(...methods),
      fc.tuple(pathOf(path, known), queryOf(operation, document, known)),
      fewHeaders,
      content,
    )
    .map(([verb, [address, query], given, { type, payload }]) => ({
      operationId: operation.operationId ?? '',
      method: verb,
      url: address + query,
      headers: {
        ...given,
        ...ownHeaders(operation, known),
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      payload,
    }))
}
