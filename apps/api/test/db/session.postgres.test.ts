import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '../../src/db/generated/client.ts'
import { plannedOnce } from '../../src/db/read-rows.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

/* What every session on a PostgreSQL is told. */

let opened: TestDatabase

beforeAll(async () => {
  opened = await createTestDatabase()
})
afterAll(() => opened.close())

test('no plan is compiled: on tables not yet analyzed each act would wait for it', async () => {
  const { prisma } = opened.database
  expect(await prisma.$queryRaw`SHOW jit`).toEqual([{ jit: 'off' }])
})

test('what is asked by key is planned once, anything else each time', async () => {
  const { prisma } = opened.database
  for (const value of [1, 2]) {
    await prisma.$queryRaw(plannedOnce(Prisma.sql`SELECT ${value}::int AS by_key`))
    await prisma.$queryRaw`SELECT ${value}::int AS by_words`
  }
  const kept = await prisma.$queryRaw`SELECT statement FROM pg_prepared_statements`
  expect(kept).toEqual([{ statement: 'SELECT $1::int AS by_key' }])
})
