import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '@dunghan/api/src/db/client.ts'
import { migrate } from '@dunghan/api/src/db/migrate.ts'
import { hashPassword } from '@dunghan/api/src/modules/accounts/password-hash.ts'
import { foldCounts } from '@dunghan/api/src/modules/statistics/fold-counts.ts'
import pg from 'pg'
import { fill } from './fill.ts'

/** The password of every account in a filled database. */
export const password = 'mật khẩu để đo 2026'

export const unitCount = 190

const migrationsDir = join(import.meta.dirname, '../../prisma/migrations')

/** The same server's other database. */
export function sibling(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

export async function withClient<T>(
  url: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Whether there is a filled database of that name already. */
export async function exists(serverUrl: string, name: string): Promise<boolean> {
  const sql = 'SELECT FROM pg_database WHERE datname = $1'
  return withClient(serverUrl, async (client) => (await client.query(sql, [name])).rowCount === 1)
}

export async function drop(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  )
}

/** A database made and migrated by the product itself, filled with so many assignments. */
export async function make(
  serverUrl: string,
  name: string,
  assignments: number,
  say: (line: string) => void,
): Promise<void> {
  await drop(serverUrl, name)
  await withClient(serverUrl, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`),
  )
  const databaseUrl = sibling(serverUrl, name)
  await withDatabase(databaseUrl, (database) => migrate(database, migrationsDir))
  const filling = {
    assignments,
    units: unitCount,
    specialists: 40,
    passwordHash: await hashPassword(password),
  }
  await withClient(databaseUrl, (client) =>
    fill(client, filling, (step, seconds) => say(`  ${seconds.toFixed(1).padStart(7)} s  ${step}`)),
  )
  // As the job does within a minute, so that no run begins while it is at it.
  const changes = await withDatabase(databaseUrl, (database) =>
    foldCounts(database, new Date(Date.now() + 30_000)),
  )
  await withClient(databaseUrl, (client) =>
    client.query('ANALYZE assignment_count, assignment_count_due, assignment_count_change'),
  )
  say(`            ${changes} changes of counts folded`)
}

async function withDatabase<T>(
  databaseUrl: string,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-bench-'))
  const database = await openDatabase({ databaseUrl, dataDir })
  try {
    return await use(database)
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
