import type { PGlite } from '@electric-sql/pglite'
import { outsideTransactions } from './guard.ts'
import { createQueuePool } from './postgres.ts'

/**
 * What the library of jobs says to the database, past Prisma: one statement with values, or a
 * script that begins and commits by itself. Never inside anybody's transaction.
 */
export type QueueStatements = {
  // biome-ignore lint/suspicious/noExplicitAny: the library knows its own rows
  executeSql(sql: string, values?: unknown[]): Promise<{ rows: any[] }>
}

/**
 * On the embedded engine's only session. A script gets a transaction's turn of the engine's own
 * mutex and is rolled back within that turn when it fails: were it left to a second call, a
 * statement of somebody else could come between, and find itself in a broken transaction.
 */
export function pgliteQueue(pglite: PGlite): QueueStatements {
  return {
    executeSql: (sql, values) =>
      outsideTransactions(async () => {
        if (values?.length) return pglite.query(sql, values)
        // What must stand alone begins no transaction either.
        if (/\bCONCURRENTLY\b/.test(sql)) return joined(await pglite.exec(sql))
        return pglite.transaction(async (session) => joined(await session.exec(sql)))
      }),
  }
}

const joined = (results: { rows: unknown[] }[]) => ({ rows: results.flatMap(({ rows }) => rows) })

/** On a few connections of their own, so that jobs and requests do not wait for each other's. */
export function postgresQueue(databaseUrl: string): QueueStatements & { close(): Promise<void> } {
  const pool = createQueuePool(databaseUrl)
  return {
    // The pool closes a connection whose script failed: nothing of it stays open.
    executeSql: (sql, values) => outsideTransactions(() => pool.query(sql, values)),
    close: () => pool.end(),
  }
}
