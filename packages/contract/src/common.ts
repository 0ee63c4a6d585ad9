import { civilDateAt, isCivilDate } from '@dunghan/domain'
import { z } from 'zod'

/** A UUIDv7 as a string. */
export const Id = z.uuid()

/** A day in Việt Nam, `YYYY-MM-DD`; 30 February is refused. */
export const CivilDate = z
  .string()
  .refine(isCivilDate, { error: 'civil-date' })
  .meta({ format: 'date', example: '2026-12-05' })

/** In the years a civil date may have: before and after them a database has other ways to write it. */
export const isInOurTime = (instant: string) => isCivilDate(civilDateAt(new Date(instant)))

/** A point in time, RFC 3339 in UTC with milliseconds. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .refine(isInOurTime)
  .meta({ example: '2026-11-20T08:20:00.000Z' })

/** An instant of the past in UTC, as finely as it is known, or a day meaning its end in Việt Nam. */
export const AsOf = z.union([z.iso.datetime().refine(isInOurTime), CivilDate]).meta({
  example: '2026-11-30',
  description:
    'An instant of the past, or a day, which means its end in Việt Nam. The answer is what the same question would have given then, and is the same whenever it is asked.',
})

/** A time of day in Việt Nam, `HH:mm`. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ example: '15:20' })

/** Text to look something up by, as it comes. No text that is kept holds NUL, nor can it be asked for. */
export const lookup = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\0'))

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const oneLine = /^[^\u0000-\u001f\u007f\p{Cs}]*$/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const severalLines = /^[^\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]*$/u

/**
 * Signs that are not seen but turn what follows around, hide in a word or break a line: they come
 * along when text is pasted, and nobody means them. What joins emoji (U+200D) stays.
 */
const unseen = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g

/**
 * One line of text a person typed: NFC, trimmed, nothing unseen, no control characters and no half of a
 * surrogate pair, which no encoding can write.
 * @param max length in characters, after trimming
 */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 2 + 64)
    .transform((text) => text.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(min).max(max).regex(oneLine))

/** Several lines of text, as `line`; of the control characters only tab and line ends. */
export const prose = (max: number, min = 1) =>
  z
    .string()
    .max(max * 2 + 64)
    .transform((text) => text.normalize('NFC').replace(unseen, '').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(min).max(max).regex(severalLines))

const nullWhenBlank = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? null : value

/** Where mail reaches somebody; what a mail server takes, in ASCII. */
export const Email = z.email().max(254)

/** What may be emptied: a blank text means null, whatever would be wanted of one that is not. */
export const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess(nullWhenBlank, schema.nullable())

/** What a client may send for something optional: absent, blank and null mean the same. */
export const optional = <T extends z.ZodType>(schema: T) =>
  orNull(schema)
    .optional()
    .transform((value) => value ?? null)

/** A query parameter that may be repeated; several values mean "any of". */
export const anyOf = <T extends z.ZodType>(schema: T) =>
  z.union([z.array(schema).max(200), schema.transform((value) => [value])]).optional()

export const IdParam = z.strictObject({ id: Id })

/** Rows of a page whose reader says nothing of it. */
export const usualLimit = 50

export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(usualLimit),
  cursor: z.string().max(500).optional(),
}

/** `true` or `false` in a query. */
export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** Words to search for, without regard to case, Vietnamese marks or composition. */
export const SearchQuery = { q: lookup(200).optional() }

/** One page of a list, in the order asked for. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    totalIsExact: z.boolean(),
  })

export interface Page<T> {
  items: T[]
  nextCursor: string | null
  total: number
  totalIsExact: boolean
}
