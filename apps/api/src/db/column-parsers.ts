import pg from 'pg'
import { Prisma } from './generated/client.ts'

type Parser = (text: string) => unknown

const big: Parser = (text) => BigInt(text)
const exact: Parser = (text) => new Prisma.Decimal(text)
const json: Parser = (text) => JSON.parse(text)
/** A session's days are ISO; one becomes the instant it begins in UTC. */
const day: Parser = (text) => new Date(text)
/** '2026-12-15 16:59:59.999', of a session in UTC; with or without its '+00'. */
const instant: Parser = (text) => {
  const end = text.endsWith('+00') ? -3 : undefined
  return new Date(`${text.slice(0, 10)}T${text.slice(11, end)}Z`)
}

/** What is not as the engines' own parsers have it, by its number in `pg_type`, and of its arrays. */
const own: [type: number, arrayType: number, parser: Parser][] = [
  [20, 1016, big],
  [1700, 1231, exact],
  [1082, 1182, day],
  [1114, 1115, instant],
  [1184, 1185, instant],
  [114, 199, json],
  [3802, 3807, json],
]
const plainArrays: [arrayType: number, parser: Parser][] = [
  [1000, (text) => text === 't'],
  [1005, Number],
  [1007, Number],
  [1021, Number],
  [1022, Number],
  [1009, String],
  [1015, String],
  [2951, String],
]

/** Declared otherwise than it is. */
const { create } = pg.types.arrayParser as unknown as {
  create(text: string, each: Parser): { parse(): unknown[] }
}
const arrayOf =
  (parser: Parser): Parser =>
  (text) =>
    create(text, parser).parse()

/** By which values become what the table of `values.ts` says, the same on both engines. */
export const columnParsers: Record<number, Parser> = Object.fromEntries([
  ...own.map(([type, , parser]) => [type, parser]),
  ...own.map(([, type, parser]) => [type, arrayOf(parser)]),
  ...plainArrays.map(([type, parser]) => [type, arrayOf(parser)]),
])
