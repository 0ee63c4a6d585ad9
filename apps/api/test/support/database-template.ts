import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'

/** A migrated, otherwise empty database to copy from: a folder, or a name on a server. */
export type DatabaseTemplate =
  | { kind: 'pglite'; dataDir: string }
  | { kind: 'postgres'; serverUrl: string; name: string }

/** The repository's own migrations. */
export const migrationsFolder = join(import.meta.dirname, '../../../../prisma/migrations')

/** @param serverUrl a PostgreSQL where databases may be created; none: the embedded engine. */
export async function createTemplate(
  serverUrl: string | undefined,
): Promise<{ template: DatabaseTemplate; remove(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-template-'))
  const name = serverUrl && (await createDatabase(serverUrl))
  const database = await openDatabase({
    dataDir,
    flush: false,
    databaseUrl: serverUrl && databaseUrl(serverUrl, name as string),
  })
  await migrate(database, migrationsFolder)
  await database.close()
  return {
    template:
      serverUrl && name ? { kind: 'postgres', serverUrl, name } : { kind: 'pglite', dataDir },
    async remove() {
      rmSync(dataDir, { recursive: true, force: true })
      if (serverUrl && name) await dropDatabase(serverUrl, name)
    },
  }
}

/** @returns the new database's name; a copy of `template`, or empty. */
export async function createDatabase(serverUrl: string, template?: string): Promise<string> {
  const name = `dunghan_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template ?? 'template0'}`)
  return name
}

export function dropDatabase(serverUrl: string, name: string): Promise<void> {
  return onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

export function databaseUrl(serverUrl: string, name: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
