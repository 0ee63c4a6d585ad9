import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './client.ts'
import type { RunScript } from './scripts.ts'

/** The database and the program's migrations don't fit. `message` tells an operator why. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

export type Migration = { name: string; sql: string; checksum: string }

/** One number for all processes of the product: whoever holds it migrates, the rest wait. */
const LOCK = 1_298_2013

/** Prisma's own table, so that Prisma's tools accept a database that was migrated here. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`

/**
 * Applies, in order, the migrations of `folder` that the database lacks, each in one transaction
 * under a lock: several processes may start at once, and one killed midway leaves nothing half
 * done. Each script runs whole, functions in `$$…$$` included; it must not COMMIT by itself.
 *
 * @returns names applied by this call, oldest first.
 * @throws {MigrationRefused} when an applied migration was edited since, or is unknown here.
 */
export async function migrate(
  database: Pick<Database, 'scripts'>,
  folder: string,
): Promise<string[]> {
  const migrations = readMigrations(folder)
  const applied: string[] = []
  for (;;) {
    const next = await database.scripts.inTransaction((run) => applyNext(run, migrations))
    if (next === null) return applied
    applied.push(next)
  }
}

/** The same within a transaction that goes on: an empty database and what fills it are one. */
export async function migrateWithin(run: RunScript, migrations: readonly Migration[]) {
  while ((await applyNext(run, migrations)) !== null);
}

/** @returns the folder's migrations by name; a folder without `migration.sql` is not one. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function applyNext(run: RunScript, migrations: readonly Migration[]): Promise<string | null> {
  await run(`SELECT pg_advisory_xact_lock(${LOCK})`)
  // An account that may not make tables can run the program on a database that is up to date.
  const [found] = await run("SELECT to_regclass('_prisma_migrations') AS found")
  if (!found?.found) await run(TABLE)
  const done = await recorded(run)
  refuseMismatch(done, migrations)
  const next = migrations.find(({ name }) => !done.has(name))
  if (!next) return null
  await run(next.sql)
  await run(`
    INSERT INTO _prisma_migrations
      (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
    VALUES ('${randomUUID()}', '${next.checksum}', '${next.name.replaceAll("'", "''")}',
      now(), clock_timestamp(), 1)`)
  return next.name
}

/** @returns checksum by name of what was applied; null where Prisma's tools left it unfinished. */
async function recorded(run: RunScript): Promise<Map<string, string | null>> {
  const rows = await run(`
    SELECT migration_name AS name, CASE WHEN finished_at IS NOT NULL THEN checksum END AS checksum
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`)
  return new Map(rows.map(({ name, checksum }) => [String(name), checksum as string | null]))
}

function refuseMismatch(done: Map<string, string | null>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const [name, checksum] of done) {
    if (checksum === null) {
      throw new MigrationRefused(
        `Migration ${name} was begun on this database by another tool and never finished: ` +
          'repair it with that tool or restore a back-up, then start again.',
      )
    }
    if (!known.has(name)) {
      throw new MigrationRefused(
        `The database is newer than this program: it holds migration ${name}, which is unknown ` +
          'here. Start the newer version, or restore a back-up made before it.',
      )
    }
    if (known.get(name) !== checksum) {
      throw new MigrationRefused(
        `Migration ${name} was edited after it had been applied to this database. ` +
          'Put the original file back and make a new migration for the change.',
      )
    }
  }
}
