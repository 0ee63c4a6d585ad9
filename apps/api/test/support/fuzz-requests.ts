import fc from 'fast-check'

/*
 * Requests as no client of ours would send them: for every operation of the OpenAPI document valid
 * and invalid values of its own schemas, valid bodies damaged in one or several places, and
 * addresses and headers of every sort.
 */

type Json = Record<string, unknown>
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What exists and what would be accepted, at the time a request is made up. */
export interface Known {
  ids: string[]
  /** A cursor of each kind of list. */
  cursors: string[]
  /** By `operationId`: bodies that would be accepted. */
  bodies: Record<string, Json[]>
}

export interface HostileRequest {
  operationId: string
  method: Method
  url: string
  headers: Record<string, string>
  payload: string | Buffer | undefined
}

interface Operation {
  operationId?: string
  parameters?: { name: string; in: string; schema: Json }[]
  requestBody?: { content: Record<string, { schema: Json }> }
}
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json> }
}

const text = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udfffy', '\u202egpj.pdf', '%', '%%', '_', '\\'],
    ...['__proto__', 'constructor', 'null', 'true', '0', '-1', '1e999', 'NaN', "'; --", '*', '[]'],
    ...['1899-12-31', '1900-01-01', '2199-12-31', '2200-01-01', '0000-00-00', '2025-02-29'],
    ...['2024-02-29', '24:00', '23:59', '15:00', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
    ...['0000-01-01T00:00:00.000Z', '2026-01-01T00:00:00+23:59', 'e\u0301'.repeat(50)],
    'ệ'.repeat(5000),
    '😀'.repeat(600),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
)
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 31) - 1, [], {}, [[]]),
  fc.jsonValue({ maxDepth: 2 }),
)

/** A value of a schema, now and then one that is not. */
function schemaValue(
  schema: Json,
  document: ApiDocument,
  known: Known,
  depth = 0,
): fc.Arbitrary<unknown> {
  const right = rightValue(schema, document, known, depth)
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: anything })
}

function rightValue(
  schema: Json,
  document: ApiDocument,
  known: Known,
  depth: number,
): fc.Arbitrary<unknown> {
  const nested = (part: unknown) => schemaValue(part as Json, document, known, depth + 1)
  if (typeof schema.$ref === 'string') {
    return nested(document.components.schemas[schema.$ref.split('/').pop() ?? ''] ?? {})
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if (Array.isArray(schema.anyOf)) return fc.oneof(...schema.anyOf.map(nested))
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries((schema.properties ?? {}) as Json)
      const model = Object.fromEntries(fields.map(([name, part]) => [name, nested(part)]))
      return fc.record(model, { requiredKeys: (schema.required ?? []) as string[] })
    }
    case 'array':
      return fc.array(nested(schema.items), { maxLength: 4 })
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: -3, max: 205 }),
        fc.integer(),
        fc.integer({ min: 1990, max: 2070 }),
      )
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return stringOf(schema, known)
  }
}

function stringOf({ format, pattern, example }: Json, known: Known): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...known.ids), fc.uuid())
  if (format === 'date') {
    const days = fc.date({
      min: new Date('1890-01-01'),
      max: new Date('2210-01-01'),
      noInvalidDate: true,
    })
    return days.map((day) => day.toISOString().slice(0, 10))
  }
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((at) => at.toISOString())
  if (typeof pattern === 'string') return fc.oneof(fc.constant(String(example ?? '')), text)
  return text
}

/** Puts something else in one place of a value, or takes that place out, or adds to it. */
function damage(value: unknown, path: number[], other: unknown, how: number): unknown {
  if (typeof value !== 'object' || value === null) return other
  const [step = 0, ...rest] = path
  const keys = Object.keys(value)
  const key = keys[step % Math.max(keys.length, 1)]
  const copy: Json | unknown[] = Array.isArray(value) ? [...value] : { ...value }
  if (key === undefined || how === 0) return Object.assign(copy, { [`${step}`]: other })
  const slots = copy as Record<string, unknown>
  if (rest.length > 0) slots[key] = damage(slots[key], rest, other, how)
  else if (how === 1) delete slots[key]
  else if (how === 2) Object.defineProperty(copy, '__proto__', { value: other, enumerable: true })
  else if (how === 3 && Array.isArray(copy)) copy.push(copy[0])
  else slots[key] = other
  return copy
}

function damaged(body: Json): fc.Arbitrary<unknown> {
  const places = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 })
  const wounds = fc.array(fc.tuple(places, anything, fc.nat(6)), { maxLength: 3 })
  return wounds.map((all) => all.reduce<unknown>((value, wound) => damage(value, ...wound), body))
}

const jsonType = 'application/json'

/** The body's text with its media type. Lone surrogates stay as JSON escapes. */
function bodyOf(operation: Operation, document: ApiDocument, known: Known) {
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
  const one = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...known.ids) },
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
  },
  { requiredKeys: [] },
)
/** Mostly few headers: whoever sends a false token gets no further. */
const fewHeaders = fc.tuple(headers, fc.nat(11)).map(([all, keep]) => {
  const kept = Object.entries(all).filter(([name], i) => name === 'if-match' || i + 4 === keep)
  return Object.fromEntries(kept)
})

/** A request for any operation of the document. */
export function hostileRequest(document: ApiDocument, known: Known): fc.Arbitrary<HostileRequest> {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return fc.oneof(
    ...all.map(({ path, method, operation }) => {
      const methods: [Method, ...Method[]] = [method.toUpperCase() as Method]
      if (method === 'get') methods.push('GET', 'GET', 'HEAD')
      const needsNoBody = method === 'get' || method === 'delete'
      const content = needsNoBody
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
          headers: { ...given, ...(type === undefined ? {} : { 'content-type': type }) },
          payload,
        }))
    }),
  )
}
