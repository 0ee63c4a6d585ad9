import type { CivilDate } from '@dunghan/domain'

/**
 * How values travel, the same on both engines, inside a transaction and outside (`read-rows.ts`), and
 * in any time zone of the process (tested):
 *
 * | column               | model field | `$queryRaw` gives      | as a parameter                |
 * |----------------------|-------------|------------------------|-------------------------------|
 * | date                 | Date, 00:00Z| Date, 00:00Z           | '2026-12-15' with `::date`    |
 * | timestamptz(3)       | Date, exact | Date, exact            | a Date                        |
 * | integer              | number      | number                 | a number                      |
 * | bigint, count, sum   | bigint      | bigint                 | a bigint with `::bigint`      |
 * | numeric, avg         | Decimal     | Decimal                | a number with `::numeric`     |
 * | uuid                 | string      | string                 | a string with `::uuid`        |
 * | text[], integer[]    | array       | array, null inside too | an array with `::text[]`      |
 * | json, jsonb          | parsed      | parsed                 | `JSON.stringify(x)` `::jsonb` |
 *
 * `sum()` of integers is a bigint, of bigints a Decimal: write `::int` where it fits. In
 * `json_agg` and its kin dates are text ('2026-12-15') and instants ISO text with +00:00.
 * `interval` and `"char"` cannot be read at all: cast them to text.
 *
 * A date column is a civil day, a Date only while it passes through Prisma: stores turn it with
 * `toDate` on the way in and `toCivilDate` on the way out, and let no such Date go further.
 */

/** '2026-12-15' → the Date a `@db.Date` column takes. null stays null. */
export function toDate(date: CivilDate): Date
export function toDate(date: CivilDate | null): Date | null
export function toDate(date: CivilDate | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00.000Z`)
}

/** What a `@db.Date` column gave → '2026-12-15'. null stays null. */
export function toCivilDate(value: Date): CivilDate
export function toCivilDate(value: Date | null): CivilDate | null
export function toCivilDate(value: Date | null): CivilDate | null {
  return value === null ? null : value.toISOString().slice(0, 10)
}

/** A count or identity from SQL → number. @throws {RangeError} past 2^53, where digits are lost. */
export function toNumber(value: bigint | number): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} does not fit a number`)
  return number
}
