import { Notification, WorkChanged } from '@dunghan/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { eventStream } from '../src/modules/events/event-stream.http.ts'
import { createEventTail } from '../src/modules/events/event-tail.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import {
  listen,
  type OpenStream,
  openStream,
  type StreamEvent,
  tell,
} from './support/event-stream.ts'
import { enter, expectProblem } from './support/line.ts'
import { seededPassword } from './support/seed.ts'

/* What is told live, over HTTP as browsers have it. */

let api: TestApp
let address: string
let specialist: Client
let reviewer: Client
let unit: Client
let otherUnit: Client
const streams: OpenStream[] = []

beforeAll(async () => {
  api = await startTestApp()
  address = await listen(api.app)
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  otherUnit = await api.signInAs('otherUnit')
})
afterAll(async () => {
  for (const stream of streams) stream.cut()
  await api.close()
})

async function stream(client: Client, lastId?: string): Promise<OpenStream> {
  const opened = await openStream(address, client.headers, lastId)
  streams.push(opened)
  return opened
}

/** A stream that is told from now on. */
async function ready(client: Client): Promise<OpenStream> {
  const opened = await stream(client)
  await opened.until('ready')
  return opened
}

const db = () => api.deps.database.prisma
const accountOf = (name: 'unit' | 'otherUnit' | 'reviewer') => api.seed.accounts[name].id
const notesOf = (events: StreamEvent[]) =>
  events
    .filter(({ event }) => event === 'notification')
    .map(({ data }) => Notification.parse(data).facts.note)

/** Tells something as the last of what was to come, and gives all that came until then. */
async function untilLast(opened: OpenStream, accountId: string): Promise<StreamEvent[]> {
  const id = await tell(db(), accountId, 'cuối')
  const seen: StreamEvent[] = []
  while (seen.at(-1)?.data.id !== id) seen.push(...(await opened.until('notification')))
  return seen
}

test('says what it is, and is kept by nobody on the way', async () => {
  const { response, until } = await stream(unit)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toMatch(/^no-store/)
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  const [only, ...more] = await until('ready')
  expect(more).toEqual([])
  expect(only?.id).toMatch(/^\d+\.0$/)
})

test('an account is told live what concerns it, in order, and nothing of others', async () => {
  const opened = await ready(unit)
  await tell(db(), accountOf('unit'), 'một')
  await tell(db(), accountOf('otherUnit'), 'của người khác')
  await tell(db(), accountOf('unit'), 'chỉ qua thư', { inBell: false })
  await tell(db(), accountOf('unit'), 'hai')
  expect(notesOf(await untilLast(opened, accountOf('unit')))).toEqual(['một', 'hai', 'cuối'])
})

test('of what changes a unit hears its own alone, the office all', async () => {
  const [own, foreign, office] = [await ready(unit), await ready(otherUnit), await ready(reviewer)]
  const directive = await enter(api, specialist)
  const assignmentId = directive.tasks[0].assignments[0].id
  const [toOwn] = await own.until('work')
  expect(toOwn?.data).toEqual({ assignmentIds: [assignmentId], directiveIds: [] })
  const [toOffice] = await office.until('work')
  expect(toOffice?.data).toEqual({ assignmentIds: [assignmentId], directiveIds: [directive.id] })

  // An edit of the directive concerns whoever has work of it.
  const edited = await specialist.patch(
    `/api/v1/directives/${directive.id}`,
    { title: 'Tên khác' },
    { 'if-match': '"1"' },
  )
  expect(edited.statusCode, edited.body).toBe(200)
  expect((await own.until('work')).at(-1)?.data).toEqual(toOwn?.data)

  await specialist.post(`/api/v1/tasks/${directive.tasks[0].id}/units`, {
    supportUnitIds: [api.seed.units.otherUnit.id],
  })
  // The first that the other unit ever hears of it is its own part.
  const heard = await untilLast(foreign, accountOf('otherUnit'))
  const works = heard.filter(({ event }) => event === 'work').map(({ data }) => data)
  expect(works).toHaveLength(1)
  const mine = (await otherUnit.get('/api/v1/assignments?role=support')).json().items
  expect(works[0]).toEqual({ assignmentIds: [mine[0].id], directiveIds: [] })
  for (const { data } of [toOwn, toOffice].flatMap((one) => one ?? [])) {
    expect(WorkChanged.safeParse(data).success).toBe(true)
  }
})

test('a change of the rules by which all is counted concerns everybody', async () => {
  const opened = await ready(otherUnit)
  const admin = await api.signInAs('admin')
  const { version, ...present } = (await admin.get('/api/v1/settings')).json()
  const changed = await admin.put(
    '/api/v1/settings',
    { ...present, dueSoonDays: 5 },
    { 'if-match': `"${version}"` },
  )
  expect(changed.statusCode, changed.body).toBe(200)
  expect((await opened.until('work')).at(-1)?.data).toEqual({ many: true })
})

test('after a cut all that was missed comes, in order and once', async () => {
  const first = await ready(unit)
  await tell(db(), accountOf('unit'), 'trước')
  const before = (await first.until('notification')).at(-1)
  first.cut()

  for (const note of ['a', 'b', 'c']) await tell(db(), accountOf('unit'), note)
  await tell(db(), accountOf('otherUnit'), 'của người khác')
  const missedWork = (await enter(api, specialist)).tasks[0].assignments[0].id
  // More than is sent at a time.
  for (let i = 0; i < 120; i++) await tell(db(), accountOf('unit'), `${i}`)

  const second = await stream(unit, before?.id)
  const caughtUp = await second.until('ready')
  expect(caughtUp.find(({ event }) => event === 'work')?.data).toEqual({
    assignmentIds: [missedWork],
    directiveIds: [],
  })
  const own = notesOf(caughtUp).filter((note) => /^(a|b|c|trước|\d+)$/.test(note ?? ''))
  expect(own).toEqual(['a', 'b', 'c', ...Array.from({ length: 120 }, (_, i) => `${i}`)])

  // From the middle of what was sent.
  const third = await stream(
    unit,
    caughtUp.find(({ data }) => (data.facts as { note?: string })?.note === '117')?.id,
  )
  expect(notesOf(await third.until('ready'))).toEqual(['118', '119'])
  await tell(db(), accountOf('unit'), 'sau')
  expect(notesOf(await third.until('notification'))).toEqual(['sau'])
})

test.each(['chưa từng có', '1', '99999999999999999.0', '1.2.3'])(
  'after an id that is none of ours (%s) all is to be read again',
  async (lastId) => {
    const opened = await stream(unit, encodeURIComponent(lastId))
    expect((await opened.until('ready'))[0]?.data).toEqual({ many: true })
  },
)

test('what came with a backup of another server is not told again once its number is reached', async () => {
  const account = accountOf('otherUnit')
  const old = await tell(db(), account, 'từ bản sao lưu')
  await db().$executeRaw`
    UPDATE notification SET transaction_id = pg_current_xact_id()::text::bigint + 10
     WHERE id = ${old}::uuid`
  const { database, clock } = api.deps
  const events = createEventTail(database, clock)
  const restarted = await buildApp({ ...api.deps, events, metrics: createMetrics() })
  const opened = await openStream(await listen(restarted), otherUnit.headers)
  await opened.until('ready')
  for (let i = 0; i < 20; i++) await tell(db(), account, `${i}`)
  const told = notesOf(await untilLast(opened, account))
  expect(told).toEqual([...Array.from({ length: 20 }, (_, i) => `${i}`), 'cuối'])
  opened.cut()
  await restarted.close()
})

test('of more than ten streams of one account the oldest ends', async () => {
  const coordinator = await api.signInAs('coordinator')
  const first = await ready(coordinator)
  const others: OpenStream[] = []
  for (let i = 0; i < 10; i++) others.push(await ready(coordinator))
  expect(await first.next()).toBeNull()
  await tell(db(), api.seed.accounts.coordinator.id, 'đủ')
  for (const other of others) expect(notesOf(await other.until('notification'))).toEqual(['đủ'])
})

test('a stream ends with its session, and whoever has none gets none', async () => {
  const leader = await api.signInAs('leader')
  const opened = await ready(leader)
  await db().session.updateMany({
    where: { accountId: api.seed.accounts.leader.id },
    data: { endedAt: api.clock.now },
  })
  expect(await opened.next()).toBeNull()
  expect(await (await stream(leader)).next()).toBeNull()
  expectProblem(await api.anonymous.get('/api/v1/events'), 401, 'unauthenticated')
})

test('a stream ends with its access token', async () => {
  const { username } = api.seed.accounts.reviewer
  const signedIn = await api.anonymous.post('/api/v1/session', {
    username,
    password: seededPassword,
  })
  const { accessToken, expiresAt } = signedIn.json()
  const opened = await openStream(address, { authorization: `Bearer ${accessToken}` })
  streams.push(opened)
  await opened.until('ready')
  api.clock.set(expiresAt)
  expect(await opened.next()).toBeNull()
  api.clock.set('2026-11-23T02:00:00.000Z')
})

test('a client that does not read is dropped, not written to without end', () => {
  const { stream: unread, line } = eventStream()
  expect(line.takesMore()).toBe(true)
  const work = { event: 'work', id: null, work: { many: true } } as const
  for (let i = 0; i < 5000 && line.takesMore(); i++) line.send(work)
  expect(line.takesMore()).toBe(false)
  expect(unread.destroyed).toBe(false)
  for (let i = 0; i < 50_000 && !unread.destroyed; i++) line.send(work)
  expect(unread.destroyed).toBe(true)
  line.send(work)
  line.end()
})
