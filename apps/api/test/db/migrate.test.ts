import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { MigrationRefused, migrate } from '../../src/db/migrate.ts'
import { createDatabase, databaseUrl, dropDatabase } from '../support/database-template.ts'

const template = inject('databaseTemplate')

let empty: string
let place: string
let folder: string
let name: string
let databases: Database[]

beforeAll(async () => {
  empty = mkdtempSync(join(tmpdir(), 'dunghan-empty-'))
  if (template.kind === 'pglite')
    await (await openDatabase({ dataDir: empty, flush: false })).close()
})
afterAll(() => rmSync(empty, { recursive: true }))

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'dunghan-migrate-'))
  folder = join(place, 'migrations')
  databases = []
  if (template.kind === 'postgres') name = await createDatabase(template.serverUrl)
  else cpSync(empty, join(place, 'data'), { recursive: true })
  write('20260101000000_start', 'CREATE TABLE a (id integer); INSERT INTO a VALUES (1);')
})
afterEach(async () => {
  for (const database of databases) await database.close()
  rmSync(place, { recursive: true, force: true })
  if (template.kind === 'postgres') await dropDatabase(template.serverUrl, name)
})

function write(migration: string, sql: string) {
  mkdirSync(join(folder, migration), { recursive: true })
  writeFileSync(join(folder, migration, 'migration.sql'), sql)
}

async function open(): Promise<Database> {
  const url = template.kind === 'postgres' ? databaseUrl(template.serverUrl, name) : undefined
  const database = await openDatabase({
    dataDir: join(place, 'data'),
    databaseUrl: url,
    flush: false,
  })
  databases.push(database)
  return database
}

test('applies what is missing, in order, once, and records it as Prisma would', async () => {
  const database = await open()
  write('20260102000000_second', 'ALTER TABLE a ADD COLUMN name text;')
  expect(await migrate(database, folder)).toEqual(['20260101000000_start', '20260102000000_second'])
  expect(await migrate(database, folder)).toEqual([])
  write('20260103000000_third', "INSERT INTO a VALUES (2, 'two')")
  expect(await migrate(database, folder)).toEqual(['20260103000000_third'])

  const rows = await database.prisma.$queryRaw<Record<string, unknown>[]>`
    SELECT migration_name, checksum, applied_steps_count, rolled_back_at, logs,
      finished_at >= started_at AS finished FROM _prisma_migrations ORDER BY migration_name`
  expect(rows).toHaveLength(3)
  expect(rows[0]).toEqual({
    migration_name: '20260101000000_start',
    // sha256sum of the file
    checksum: '015f1cbf063496e2f49becf305238b529ac49ad97667b08cf3cd1b9a5427c504',
    applied_steps_count: 1,
    rolled_back_at: null,
    logs: null,
    finished: true,
  })
})

test('a script runs whole: functions with semicolons, quotes, comments, triggers', async () => {
  const database = await open()
  write(
    '20260102000000_trigger',
    `-- a comment; with a semicolon
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the rows of % stay; always', TG_TABLE_NAME;
    END;
    $$;
    CREATE TRIGGER a_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON a
      FOR EACH STATEMENT EXECUTE FUNCTION refuse();
    INSERT INTO a VALUES (7); /* last; */`,
  )
  await migrate(database, folder)
  await expect(database.prisma.$executeRaw`DELETE FROM a`).rejects.toThrow('the rows of a stay')
  expect(await database.prisma.$queryRaw`SELECT id FROM a`).toEqual([{ id: 1 }, { id: 7 }])
})

test('one that fails leaves nothing of itself, and what came before stays', async () => {
  const database = await open()
  write('20260102000000_broken', 'CREATE TABLE b (id integer); SELECT nonsense;')
  await expect(migrate(database, folder)).rejects.toThrow('nonsense')
  expect(
    await database.prisma.$queryRaw`
      SELECT to_regclass('a')::text AS a, to_regclass('b')::text AS b,
        (SELECT count(*)::int FROM _prisma_migrations) AS applied`,
  ).toEqual([{ a: 'a', b: null, applied: 1 }])
  write('20260102000000_broken', 'CREATE TABLE b (id integer);')
  expect(await migrate(database, folder)).toEqual(['20260102000000_broken'])
})

test('several at once apply each migration once', async () => {
  for (let i = 10; i < 20; i++) write(`202602${i}000000_more`, `INSERT INTO a VALUES (${i});`)
  const first = await open()
  // The embedded engine is one process's alone; there the callers share it.
  const others = template.kind === 'postgres' ? [await open(), await open(), await open()] : []
  const all = [first, ...others, first]
  const applied = await Promise.all(all.map((database) => migrate(database, folder)))
  expect(applied.flat().sort()).toHaveLength(11)
  expect(await first.prisma.$queryRaw`SELECT count(*)::int AS n FROM a`).toEqual([{ n: 11 }])
})

test('an applied migration that was edited is refused by name', async () => {
  const database = await open()
  await migrate(database, folder)
  write('20260101000000_start', 'CREATE TABLE a (id bigint);')
  const refused = migrate(database, folder)
  await expect(refused).rejects.toBeInstanceOf(MigrationRefused)
  await expect(refused).rejects.toThrow(/20260101000000_start was edited/)
})

test('a database newer than the program is refused, and nothing is applied to it', async () => {
  const database = await open()
  write('20990101000000_future', 'SELECT 1;')
  await migrate(database, folder)
  rmSync(join(folder, '20990101000000_future'), { recursive: true })
  write('20260102000000_second', 'CREATE TABLE b (id integer);')
  await expect(migrate(database, folder)).rejects.toThrow(/newer than this program.*future/)
  expect(await database.prisma.$queryRaw`SELECT to_regclass('b')::text AS b`).toEqual([{ b: null }])
})

test('one begun by another tool and never finished is refused', async () => {
  const database = await open()
  await migrate(database, folder)
  await database.prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`
  await expect(migrate(database, folder)).rejects.toThrow(/never finished/)
})
