import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { type Database, openDatabase } from '../src/db/client.ts'
import { createFreshness } from '../src/db/freshness.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { createRulebooks } from '../src/modules/calendar/rulebooks.ts'
import { createEventTail } from '../src/modules/events/event-tail.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter } from './support/line.ts'

/* Two processes over one database: what one has written, the other tells from then on. */

let api: TestApp
let elsewhere: { app: FastifyInstance; database: Database }
let specialist: Client
const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-hot-'))

beforeAll(async () => {
  api = await startTestApp({ config: { keptAnswersMiB: 8 } })
  specialist = await api.signInAs('specialist')
  const database = await openDatabase({ databaseUrl: api.databaseUrl, dataDir })
  const clock = () => api.clock.now
  const app = await buildApp({
    ...api.deps,
    database,
    metrics: createMetrics(),
    freshness: createFreshness(database, clock),
    rulebooks: createRulebooks(database, clock),
    events: createEventTail(database, clock),
  })
  elsewhere = { app, database }
})
afterAll(async () => {
  await elsewhere.app.close()
  await elsewhere.database.close()
  await api.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const titleAt = async (app: FastifyInstance, id: string) =>
  (await app.inject({ url: `/api/public/v1/directives/${id}` })).json().title

test('right after the answer of a write neither process tells what was before', async () => {
  const { id } = await enter(api, specialist)
  const apps = [api.app, elsewhere.app]
  // Others ask all the while, of both.
  let asking = true
  const asked = Promise.all(
    apps.flatMap((app) =>
      [1, 2, 3].map(async () => {
        while (asking) await titleAt(app, id)
      }),
    ),
  )
  for (let version = 1; version <= 12; version++) {
    const title = `Thông báo lần thứ ${version}`
    const writer = apps[version % 2] as FastifyInstance
    const answer = await writer.inject({
      method: 'PATCH',
      url: `/api/v1/directives/${id}`,
      headers: { ...specialist.headers, 'if-match': `"${version}"` },
      payload: { title },
    })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(await Promise.all(apps.map((app) => titleAt(app, id)))).toEqual([title, title])
  }
  asking = false
  await asked
})

test('a setting that one process changed is what the other counts by at once', async () => {
  const url = '/api/public/v1/assignments?status=due_soon'
  const admin = await api.signInAs('admin')
  const { version, ...settings } = (await admin.get('/api/v1/settings')).json()
  const before = (await elsewhere.app.inject({ url })).json().total
  const body = { ...settings, dueSoonDays: 20 }
  const saved = await admin.put('/api/v1/settings', body, { 'if-match': `"${version}"` })
  expect(saved.statusCode, saved.body).toBe(200)
  expect((await elsewhere.app.inject({ url })).json().total).toBeGreaterThan(before)
})
