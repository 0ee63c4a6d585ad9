import type { PGlite } from '@electric-sql/pglite'
import { withConnection } from './postgres.ts'

/** Runs a script of any number of statements, answers with the rows of the last. */
export type RunScript = (sql: string) => Promise<Record<string, unknown>[]>

/**
 * The bare engine, past Prisma, whose adapters split a script at every `;` or need a statement at
 * a time. `inTransaction` commits when `work` resolves and rolls back when it rejects; the session
 * has no time limits. Values must be written into the SQL: no user's input belongs here.
 */
export type ScriptRunner = {
  inTransaction<T>(work: (run: RunScript) => Promise<T>): Promise<T>
}

export function pgliteScripts(pglite: PGlite): ScriptRunner {
  return {
    inTransaction: (work) =>
      pglite.transaction((session) =>
        work(async (sql) => (await session.exec(sql)).at(-1)?.rows ?? []),
      ),
  }
}

export function postgresScripts(databaseUrl: string): ScriptRunner {
  return {
    inTransaction: (work) =>
      withConnection(databaseUrl, async (client) => {
        // The connection ends with this function, and with it, on an error, the transaction.
        await client.query('BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0')
        const done = await work(async (sql) => {
          const results = await client.query(sql)
          return (Array.isArray(results) ? results.at(-1) : results).rows
        })
        await client.query('COMMIT')
        return done
      }),
  }
}
