import { afterAll, beforeAll, expect, test } from 'vitest'
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
