import fc from 'fast-check'

/*
 * Values of the schemas of the OpenAPI document, valid and invalid, and valid ones damaged in one or
 * several places.
 */

export type Json = Record<string, unknown>
/** What exists and what would be accepted, at the time a request is made up. */
export interface Known {
  ids: string[]
  /** A cursor of each kind of list. */
  cursors: string[]
  /** By the part of the address before it: what fits there. */
  fitting: Record<string, string[]>
  /** By `operationId`, where less fits: what the act can be done to. */
  fittingAct: Record<string, string[]>
  /** By `operationId`: what must be asked with. */
  queries: Record<string, string>
  /** By `operationId`: bodies that would be accepted. */
  bodies: Record<string, Json[]>
  /** Whole files of several kinds. */
  contents: Buffer[]
  /** A refresh cookie that is good once. */
  refreshToken: string
}

export interface Operation {
  operationId?: string
  parameters?: { name: string; in: string; schema: Json }[]
  requestBody?: { content: Record<string, { schema: Json }> }
}
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json> }
}
export const text = fc.oneof(
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
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 31) - 1, [], {}, [[]]),
  fc.jsonValue({ maxDepth: 2 }),
)

/** A value of a schema, now and then one that is not. */
export function schemaValue(
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

export function damaged(body: Json): fc.Arbitrary<unknown> {
  const places = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 })
  const wounds = fc.array(fc.tuple(places, anything, fc.nat(6)), { maxLength: 3 })
  return wounds.map((all) => all.reduce<unknown>((value, wound) => damage(value, ...wound), body))
}
