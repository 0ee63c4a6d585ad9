import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseFault } from '../../src/db/errors.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let opened: TestDatabase

beforeAll(async () => {
  opened = await createTestDatabase()
  await opened.database.scripts.inTransaction((run) =>
    run(`
      CREATE TABLE owner (id integer PRIMARY KEY);
      CREATE TABLE thing (
        id integer NOT NULL,
        name text CONSTRAINT thing_name_is_short CHECK (length(name) < 5),
        owner integer CONSTRAINT thing_owner REFERENCES owner);
      CREATE UNIQUE INDEX thing_in_force ON thing (id) WHERE name IS NOT NULL;
      INSERT INTO owner VALUES (1);
      INSERT INTO thing VALUES (1, 'one', 1);
      INSERT INTO setting VALUES ('taken', 'true');
      CREATE FUNCTION no_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
      CREATE TRIGGER owner_stays BEFORE UPDATE ON owner
        FOR EACH STATEMENT EXECUTE FUNCTION no_change()`),
  )
})
afterAll(() => opened.close())

test.each([
  ["INSERT INTO thing VALUES (1, 'two')", { kind: 'unique', constraint: 'thing_in_force' }],
  ["INSERT INTO thing VALUES (2, 'longer')", { kind: 'check', constraint: 'thing_name_is_short' }],
  ['INSERT INTO thing VALUES (2, NULL, 9)', { kind: 'foreign-key', constraint: 'thing_owner' }],
  ['DELETE FROM owner', { kind: 'foreign-key', constraint: 'thing_owner' }],
  ['INSERT INTO thing VALUES (NULL)', { kind: 'not-null' }],
  ['UPDATE owner SET id = 2', { kind: 'raised', message: 'owner is append-only' }],
  ["DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40001'; END $$", { kind: 'conflict' }],
  ["DO $$ BEGIN RAISE EXCEPTION SQLSTATE '57014'; END $$", { kind: 'timeout' }],
  ["DO $$ BEGIN RAISE EXCEPTION SQLSTATE '57P01'; END $$", { kind: 'unavailable' }],
  ['SELECT nonsense', null],
])('%s', async (sql, fault) => {
  const { prisma } = opened.database
  const error = await prisma.$executeRawUnsafe(sql).catch((reason) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(databaseFault(error)).toEqual(fault)

  const inside = inTransaction(opened.database, (tx) => tx.$queryRawUnsafe(sql), { attempts: 1 })
  expect(databaseFault(await inside.catch((reason) => reason))).toEqual(fault)
})

test("a model's own call tells the same as SQL", async () => {
  const taken = { data: { key: 'taken', value: 1 } }
  const error = await opened.database.prisma.setting.create(taken).catch((reason) => reason)
  expect(databaseFault(error)).toEqual({ kind: 'unique', constraint: 'setting_pkey' })
})

test('other errors are no fault of the database', () => {
  for (const other of [new Error('x'), new TypeError(), 'text', null, undefined, { code: 'E' }]) {
    expect(databaseFault(other)).toBeNull()
  }
})
