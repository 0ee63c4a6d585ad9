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
import { startTestApp, type TestApp } from './support/app.ts'
import { expectProblem } from './support/line.ts'
import { seededPassword } from './support/seed.ts'

/*
 * Two processes over one database are one system. That an event reaches the other is in
 * `events.postgres.test.ts`, that a job runs once in `jobs.postgres.test.ts`.
 */

let api: TestApp
let other: { app: FastifyInstance; database: Database }
const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-two-'))

beforeAll(async () => {
  api = await startTestApp()
  const database = await openDatabase({ databaseUrl: api.databaseUrl, dataDir })
  const clock = () => api.clock.now
  const app = await buildApp({
    ...api.deps,
    database,
    rulebooks: createRulebooks(database, clock),
    freshness: createFreshness(database, clock),
    metrics: createMetrics(),
    events: createEventTail(database, clock),
  })
  other = { app, database }
})
afterAll(async () => {
  await other.app.close()
  await other.database.close()
  await api.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const signIn = (app: FastifyInstance, username: string, password: string, from: string) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username, password },
    remoteAddress: from,
  })

test('a key pressed in both at once acts once', async () => {
  const { headers } = await api.signInAs('admin')
  const payload = { name: 'Lê Văn Hai', position: 'Phó Chủ tịch' }
  const answers = await Promise.all(
    [api.app, other.app, api.app, other.app].map((app) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/leaders',
        headers: { ...headers, 'idempotency-key': 'pressed-in-both' },
        payload,
      }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  const where = { name: payload.name }
  expect(await api.deps.database.prisma.leader.count({ where })).toBe(1)
})

test('failed sign-ins are counted over both', async () => {
  const from = '10.44.0.1'
  for (let i = 0; i < 5; i++) {
    const app = i % 2 === 0 ? api.app : other.app
    expectProblem(await signIn(app, 'leader', 'not the password', from), 401, 'invalid-credentials')
  }
  for (const app of [api.app, other.app]) {
    expectProblem(await signIn(app, 'leader', seededPassword, from), 429, 'too-many-attempts')
  }
})

test('an account disabled in one is out in the other', async () => {
  const from = '10.44.0.2'
  const session = await signIn(other.app, 'otherunit', seededPassword, from)
  const cookies = Object.fromEntries(session.cookies.map(({ name, value }) => [name, value]))
  const { id } = api.seed.accounts.otherUnit
  const admin = await api.signInAs('admin')
  const { version } = (await admin.get(`/api/v1/accounts/${id}`)).json()
  const change = { disabled: true }
  const disabled = await admin.patch(`/api/v1/accounts/${id}`, change, {
    'if-match': `"${version}"`,
  })
  expect(disabled.statusCode).toBe(200)
  const renewed = await other.app.inject({
    method: 'POST',
    url: '/api/v1/session/refresh',
    cookies,
    remoteAddress: from,
  })
  expect(renewed.statusCode).toBe(401)
  expect((await signIn(other.app, 'otherunit', seededPassword, from)).statusCode).toBe(401)
})

test('a setting changed in one holds for the next act in the other', async () => {
  const admin = await api.signInAs('admin')
  const { version, ...settings } = (await admin.get('/api/v1/settings')).json()
  const read = () => other.app.inject({ url: '/api/v1/settings', headers: admin.headers })
  await read()
  const changed = { ...settings, dueSoonDays: settings.dueSoonDays + 2 }
  const saved = await admin.put('/api/v1/settings', changed, { 'if-match': `"${version}"` })
  expect(saved.statusCode).toBe(200)
  expect((await read()).json()).toEqual(saved.json())
  const stale = await other.app.inject({
    method: 'PUT',
    url: '/api/v1/settings',
    headers: { ...admin.headers, 'if-match': `"${version}"` },
    payload: changed,
  })
  expectProblem(stale, 412, 'stale')
})
