import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { createFreshness } from '../../src/db/freshness.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

/* Transactions that overtake each other, and two processes over one database. */

const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-fresh-'))
let opened: TestDatabase
let elsewhere: Database
const sessions: pg.Client[] = []

beforeAll(async () => {
  opened = await createTestDatabase()
  elsewhere = await openDatabase({ databaseUrl: opened.url, dataDir })
  for (let i = 0; i < 3; i++) {
    const session = new pg.Client({ connectionString: opened.url })
    await session.connect()
    sessions.push(session)
  }
})
afterAll(async () => {
  for (const session of sessions) await session.end()
  await elsewhere.close()
  await opened.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Later than all that is recorded here. */
const clock = () => new Date('2100-01-01T00:00:00Z')

const record = `
  INSERT INTO event (id, at, type, subject, subject_id, request_id)
  VALUES (gen_random_uuid(), now(), 'settings.changed', 'settings', gen_random_uuid(), 'r')`

test('one that began before another and commits after it is not missed', async () => {
  const { mark } = createFreshness(opened.database, clock)
  const [early, late] = sessions as [pg.Client, pg.Client]
  await early.query(`BEGIN; ${record}`)
  const first = await mark()
  await late.query(record)
  const second = await mark()
  expect(second).not.toBe(first)
  expect(await mark()).toBe(second)
  await early.query('COMMIT')
  const third = await mark()
  expect(third).not.toBe(second)
  expect(await mark()).toBe(third)
})

test('while one is under way for long, others are told apart all the same', async () => {
  const { mark } = createFreshness(opened.database, clock)
  const [held, other] = sessions as [pg.Client, pg.Client]
  await held.query(`BEGIN; ${record}`)
  let last = await mark()
  for (let i = 0; i < 5; i++) {
    expect(await mark()).toBe(last)
    await other.query(record)
    const now = await mark()
    expect(now).not.toBe(last)
    last = now
  }
  await held.query('ROLLBACK')
  expect(await mark()).toBe(last)
})

test('what one process has committed, the other sees in the mark it asks for next', async () => {
  const here = createFreshness(opened.database, clock)
  const there = createFreshness(elsewhere, clock)
  const marks = { here: await here.mark(), there: await there.mark() }
  // Questions go on all the while: none of those under way may answer for what came after it.
  let asking = true
  const asked = Promise.all(
    [here, there, here, there].map(async ({ mark }) => {
      while (asking) await mark()
    }),
  )
  for (let i = 0; i < 60; i++) {
    const writer = sessions[i % sessions.length] as pg.Client
    await writer.query(record)
    const now = { here: await here.mark(), there: await there.mark() }
    expect(now.here).toBeGreaterThan(marks.here)
    expect(now.there).toBeGreaterThan(marks.there)
    Object.assign(marks, now)
  }
  asking = false
  await asked
})
