import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { columnParsers } from './column-parsers.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'

export interface Statement {
  /** With values as `$1`, `$2`, …. */
  text: string
  values: unknown[]
  /** By which each connection keeps it once it has planned it. */
  name?: string | undefined
}

/** One statement outside of transactions: its rows as objects, values as `values.ts` says. */
export type ReadRows = (statement: Statement) => Promise<object[]>

const names = new Map<string, string>()
/** Each connection keeps a plan of each: room that must have an end, whatever is asked. */
const mostPlans = 200

/**
 * A question by key, which there is one way to answer whatever the key: PostgreSQL plans it once for
 * a connection, and that is most of what it costs. Not for one whose values make another plan the
 * better, nor for one of whose texts there are many.
 */
export function plannedOnce(query: Prisma.Sql): Prisma.Sql {
  const { text } = query
  if (!names.has(text) && names.size < mostPlans) names.set(text, `planned_${names.size}`)
  return query
}

/** By which a connection keeps the plan of a statement; none for what is planned each time. */
export const planNameOf = (text: string): string | undefined => names.get(text)

const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    columnParsers[type] ?? pg.types.getTypeParser(type, format as 'text'),
}

export function rowsOfPostgres(pool: pg.Pool): ReadRows {
  return async (statement) => {
    const { rows } = await pool.query({ ...statement, types } as pg.QueryConfig)
    return rows
  }
}

export function rowsOfPglite(pglite: PGlite): ReadRows {
  return async ({ text, values }) => {
    const { rows } = await pglite.query<object>(text, values, { parsers: columnParsers })
    return rows
  }
}

/**
 * The same client, whose `$queryRaw` goes to the engine's driver: a page of fifty rows through
 * Prisma costs more of the processor than all else that is done for it. Inside a transaction its
 * client reads through Prisma, which alone knows the session.
 */
export function readingBy(readRows: ReadRows, prisma: PrismaClient): PrismaClient {
  const $queryRaw = (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    const { text, values: given } = 'raw' in query ? Prisma.sql(query, ...values) : query
    return readRows({ text, values: given.map(asParameter), name: planNameOf(text) })
  }
  return new Proxy(prisma, {
    get: (target, name) => (name === '$queryRaw' ? $queryRaw : Reflect.get(target, name)),
  })
}

/** An instant is sent as such, not as what the clock on this wall showed. */
function asParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? value.map(asParameter) : value
}
