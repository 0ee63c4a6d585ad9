import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Notification } from '@dunghan/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { type Database, openDatabase } from '../src/db/client.ts'
import { inTransaction } from '../src/db/transaction.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { createRulebooks } from '../src/modules/calendar/rulebooks.ts'
import { createEventTail } from '../src/modules/events/event-tail.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { listen, type OpenStream, openStream, tell } from './support/event-stream.ts'
import { enter } from './support/line.ts'

/* Several processes over one database, and transactions that overtake each other. */

let api: TestApp
let elsewhere: { app: FastifyInstance; database: Database; address: string }
let address: string
let unit: Client
const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-events-'))
const streams: OpenStream[] = []

beforeAll(async () => {
  api = await startTestApp()
  address = await listen(api.app)
  unit = await api.signInAs('unit')
  const database = await openDatabase({ databaseUrl: api.databaseUrl, dataDir })
  const clock = () => api.clock.now
  const app = await buildApp({
    ...api.deps,
    database,
    rulebooks: createRulebooks(database, clock),
    events: createEventTail(database, clock),
    metrics: createMetrics(),
  })
  elsewhere = { app, database, address: await listen(app) }
})
afterAll(async () => {
  for (const stream of streams) stream.cut()
  await elsewhere.app.close()
  await elsewhere.database.close()
  await api.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function ready(at: string, lastId?: string): Promise<OpenStream> {
  const opened = await openStream(at, unit.headers, lastId)
  streams.push(opened)
  if (lastId === undefined) await opened.until('ready')
  return opened
}

/** The note of the next that has one: what an act tells of itself has none. */
async function nextNote(opened: OpenStream): Promise<string> {
  const told = Notification.parse((await opened.until('notification')).at(-1)?.data)
  return told.facts.note ?? nextNote(opened)
}

test('what is done in one process is told by the other', async () => {
  const opened = await ready(elsewhere.address)
  const directive = await enter(api, await api.signInAs('specialist'))
  const [assignment] = directive.tasks[0].assignments
  expect((await opened.until('work')).at(-1)?.data).toMatchObject({
    assignmentIds: [assignment.id],
  })
  await tell(api.deps.database.prisma, api.seed.accounts.unit.id, 'từ nơi khác')
  expect(await nextNote(opened)).toBe('từ nơi khác')
})

test('one that was cut off at one process goes on at the other', async () => {
  const first = await ready(address)
  const { prisma } = api.deps.database
  await tell(prisma, api.seed.accounts.unit.id, 'một')
  const last = (await first.until('notification')).at(-1)
  first.cut()
  await tell(prisma, api.seed.accounts.unit.id, 'hai')
  await tell(prisma, api.seed.accounts.unit.id, 'ba')
  const second = await ready(elsewhere.address, last?.id)
  expect(await nextNote(second)).toBe('hai')
  expect(await nextNote(second)).toBe('ba')
})

test('what was begun early and commits late is told, live and after a cut', async () => {
  const account = api.seed.accounts.unit.id
  const opened = await ready(address)
  await tell(api.deps.database.prisma, account, 'trước đó')
  const before = (await opened.until('notification')).at(-1)
  const late = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow = inTransaction(api.deps.database, async (tx) => {
    await tell(tx, account, 'bắt đầu sớm, xong muộn')
    begun.resolve()
    await late.promise
  })
  await begun.promise
  // Overtakes it: a later transaction and a later number, committed first.
  await tell(elsewhere.database.prisma, account, 'bắt đầu muộn, xong sớm')
  const meanwhile = await ready(elsewhere.address, before?.id)
  await meanwhile.until('ready')
  late.resolve()
  await slow
  for (const each of [opened, meanwhile, await ready(address, before?.id)]) {
    expect(await nextNote(each)).toBe('bắt đầu sớm, xong muộn')
    expect(await nextNote(each)).toBe('bắt đầu muộn, xong sớm')
  }
})
