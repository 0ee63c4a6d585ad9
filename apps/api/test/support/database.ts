import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/db/client.ts'
import type { StatementSeen } from '../../src/db/observe.ts'
import { createDatabase, databaseUrl, dropDatabase } from './database-template.ts'

export type TestDatabase = {
  database: Database
  /** To open the same database once more, as another process would. PostgreSQL alone has one. */
  url: string | undefined
  /** How many round trips to the database `work` made. Nothing else may run meanwhile. */
  countStatements(work: () => Promise<unknown>): Promise<number>
  close(): Promise<void>
}

/**
 * A fresh, migrated, empty database of one's own: embedded (a copied folder, 0.2 s), or on the
 * server that TEST_DATABASE_URL names. `close` leaves nothing of it.
 * @param seen is told of every round trip
 */
export async function createTestDatabase(
  seen: (statement: StatementSeen) => void = () => {},
): Promise<TestDatabase> {
  const template = inject('databaseTemplate')
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-test-'))
  let statements = 0
  const onStatement = (statement: StatementSeen) => {
    statements += 1
    seen(statement)
  }
  const countStatements = async (work: () => Promise<unknown>) => {
    const before = statements
    await work()
    return statements - before
  }
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true })

  if (template.kind === 'pglite') {
    cpSync(join(template.dataDir, 'database'), join(dataDir, 'database'), { recursive: true })
    const database = await openDatabase({ dataDir, flush: false, onStatement })
    return {
      database,
      url: undefined,
      countStatements,
      close: () => database.close().finally(removeFolder),
    }
  }
  const { serverUrl } = template
  const name = await createDatabase(serverUrl, template.name)
  const url = databaseUrl(serverUrl, name)
  const database = await openDatabase({ databaseUrl: url, dataDir, onStatement })
  return {
    database,
    url,
    countStatements,
    async close() {
      await database.close().finally(removeFolder)
      await dropDatabase(serverUrl, name)
    },
  }
}
