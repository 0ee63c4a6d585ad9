import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealHistory } from '../src/modules/audit/seal-history.ts'
import { verifyChains } from '../src/modules/audit/verify-chains.ts'
import { startTestApp, type TestApp } from './support/app.ts'

const writers = 25
const acts = 20

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

const insert = (count: number) => `
  INSERT INTO event (id, at, type, subject, subject_id, request_id)
  SELECT gen_random_uuid(), '2026-11-23T02:00:00Z', 'settings.changed', 'settings',
         gen_random_uuid(), 'many' FROM generate_series(1, ${count})`

/** Acts one after another, each of several statements, and now and then one that is given up. */
async function write(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (let act = 0; act < acts; act++) {
      await client.query('BEGIN')
      await client.query(insert(2))
      await client.query(insert(1))
      await client.query(act % 5 === 4 ? 'ROLLBACK' : 'COMMIT')
    }
  } finally {
    await client.end()
  }
}

test('many who record at once fork no chain and wait for none', async () => {
  const { database } = api.deps
  const url = api.databaseUrl ?? ''
  const before = await database.prisma.event.count()
  const writing = Promise.all(Array.from({ length: writers }, () => write(url)))
  // Sealed meanwhile: only what is committed, so it is there ever after.
  for (let i = 0; i < 5; i++) await sealHistory(database, api.clock.now)
  await writing
  const found = await verifyChains(database.prisma)
  const kept = writers * (acts - Math.floor(acts / 5)) * 3
  expect(found).toMatchObject({ firstBroken: null, events: before + kept })
})
