import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseFault } from '../../src/db/errors.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { answerProblem } from '../../src/http/problem.ts'
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
      INSERT INTO unit (id, code, name, short_name, type, search_text)
        VALUES (gen_random_uuid(), 'taken', '', '', 'other', '');
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
  ["DO $$ BEGIN RAISE EXCEPTION SQLSTATE '55000'; END $$", { kind: 'unavailable' }],
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
  const named = { code: 'taken', name: 'Taken', shortName: 'Taken', searchText: 'taken' }
  const taken = { data: { id: randomUUID(), type: 'other', ...named } }
  const error = await opened.database.prisma.unit.create(taken).catch((reason) => reason)
  expect(databaseFault(error)).toEqual({ kind: 'unique', constraint: 'unit_code_key' })
})

test('a transaction that began too late or took too long is a matter of time, one used after its end is not', () => {
  const told = (message: string) =>
    databaseFault(Object.assign(new Error(message), { code: 'P2028' }))
  const begins = 'Transaction API error: '
  expect(told(`${begins}Unable to start a transaction in the given time.`)).toEqual({
    kind: 'timeout',
  })
  expect(told(`${begins}Transaction not found.`)).toEqual({ kind: 'timeout' })
  expect(told(`${begins}A query cannot be executed on a committed transaction.`)).toBeNull()
})

test.each([
  ["DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40P01'; END $$", 503],
  ["DO $$ BEGIN RAISE EXCEPTION SQLSTATE '55P03'; END $$", 503],
  ["DO $$ BEGIN RAISE EXCEPTION SQLSTATE '53300'; END $$", 503],
  ['SELECT nonsense', 500],
])('%s is answered with %i', async (sql, status) => {
  const app = Fastify()
  app.setErrorHandler(answerProblem)
  app.get('/', () => inTransaction(opened.database, (tx) => tx.$queryRawUnsafe(sql)))
  const answer = await app.inject('/')
  expect(answer.json().status).toBe(status)
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined)
})

test('other errors are no fault of the database', () => {
  for (const other of [new Error('x'), new TypeError(), 'text', null, undefined, { code: 'E' }]) {
    expect(databaseFault(other)).toBeNull()
  }
})
