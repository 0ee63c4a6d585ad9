import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { hotAnswers } from '../src/http/hot-answers.ts'
import { createKeptAnswers } from '../src/http/kept-answers.ts'
import { publicAnswers } from '../src/http/public-answers.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { sealHistory } from '../src/modules/audit/seal-history.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { checkingSerializer } from './support/checking-serializer.ts'
import { enter, report } from './support/line.ts'

/* What is kept is never told after it changed, and never to one who asked for something else. */

let api: TestApp
/** The same without keeping: what a kept answer must equal. */
let plain: FastifyInstance
let people: Record<'specialist' | 'reviewer' | 'unit' | 'otherUnit' | 'admin', Client>
let addresses: string[]

beforeAll(async () => {
  api = await startTestApp({ config: { keptAnswersMiB: 8 } })
  plain = await buildApp(
    {
      ...api.deps,
      metrics: createMetrics(),
      config: { ...api.deps.config, keptAnswersMiB: 0 },
    },
    { serializer: checkingSerializer },
  )
  people = {
    specialist: await api.signInAs('specialist'),
    reviewer: await api.signInAs('reviewer'),
    unit: await api.signInAs('unit'),
    otherUnit: await api.signInAs('otherUnit'),
    admin: await api.signInAs('admin'),
  }
  const { id, tasks } = await enter(api, people.specialist)
  const { code } = api.seed.units.unit
  addresses = [
    '/assignments',
    '/assignments?limit=1&sort=-dueOn',
    '/assignments?q=giai+ngan&status=due_soon&status=in_progress',
    `/assignments/${tasks[0].assignments[0].id}`,
    `/directives/${id}`,
    '/units',
    `/units/${code}`,
    `/units/${code}?units=by_successor`,
    '/leaders',
    '/statistics',
    '/statistics?groupBy=leader&basis=due',
    '/calendar/2026',
    '/due-date?dueOn=2026-12-05',
    '/feed.atom',
    `/units/${code}/feed.atom`,
    `/units/${code}/due.ics`,
    '/catalog.jsonld',
  ].map((path) => `/api/public/v1${path}`)
})
afterAll(async () => {
  await plain.close()
  await api.close()
})

const ask = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })

/** Statements that one question costs: 1 when its answer was kept. */
const costOf = (url: string, headers: Record<string, string> = {}) =>
  api.countStatements(() => ask(url, headers))

/** Every public answer of both languages is what it would be if none were kept. */
async function allTrue(): Promise<string[]> {
  const bodies: string[] = []
  for (const url of addresses) {
    for (const language of url.includes('statistics') ? ['vi', 'en'] : ['vi']) {
      const headers = { 'accept-language': language }
      const [kept, made] = [await ask(url, headers), await plain.inject({ url, headers })]
      expect(kept.statusCode, url).toBe(made.statusCode)
      if (made.statusCode === 404) continue
      expect([made.statusCode, kept.body], url).toEqual([200, made.body])
      const withoutId = (of: object) => ({ ...of, 'x-request-id': '', date: '' })
      expect(withoutId(kept.headers), url).toEqual(withoutId(made.headers))
      bodies.push(kept.body)
    }
  }
  return bodies
}

test('asked again while nothing changed, only that is asked of the database', async () => {
  const first = await ask('/api/public/v1/assignments')
  expect(await costOf('/api/public/v1/assignments')).toBe(1)
  const again = await ask('/api/public/v1/assignments')
  expect(again.statusCode).toBe(200)
  expect(again.body).toBe(first.body)
  expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  const { etag } = first.headers as { etag: string }
  const known = await ask('/api/public/v1/assignments', { 'if-none-match': etag })
  expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', etag])
  expect(known.headers).not.toHaveProperty('content-type')
  expect((await ask('/api/public/v1/assignments', { 'if-none-match': '"x"' })).body).toBe(
    first.body,
  )
})

const changes: [string, () => Promise<unknown>][] = [
  ['a directive is entered', () => enter(api, people.specialist)],
  [
    'a directive is edited',
    () => editDirective({ title: 'Thông báo kết luận đã sửa lời, về vốn đầu tư công' }),
  ],
  ['its files and papers stay inside', () => editDirective({ visibility: 'metadata' })],
  ['all of it stays inside', () => editDirective({ visibility: 'internal' })],
  ['it is public again', () => editDirective({ visibility: 'public' })],
  ['a unit receives', () => people.unit.post(`${assignment()}/receipt`)],
  ['a unit reports', () => report(api, people.unit, idOfAssignment())],
  [
    'the office accepts',
    async () => {
      const { reports } = (await people.reviewer.get(assignment())).json()
      return people.reviewer.post(`/api/v1/reports/${reports[0].id}/review`, {
        verdict: 'satisfactory',
      })
    },
  ],
  [
    'the office reopens or takes back',
    () => people.reviewer.post(`${assignment()}/reopening`, { reason: 'Thiếu số liệu.' }),
  ],
  [
    'a setting changes',
    async () => {
      const { version, ...settings } = (await people.admin.get('/api/v1/settings')).json()
      const body = { ...settings, dueSoonDays: 20 }
      return people.admin.put('/api/v1/settings', body, { 'if-match': `"${version}"` })
    },
  ],
  [
    'the calendar changes',
    async () => {
      const { version } = (await people.admin.get('/api/v1/calendar/2026')).json()
      const body = { kind: 'off', name: 'Bão', reason: 'Bão số 9', document: '12/CĐ-UBND' }
      return people.admin.put('/api/v1/calendar/days/2026-12-04', body, {
        'if-match': `"${version}"`,
      })
    },
  ],
  [
    'a unit has another name',
    () => edit('units', api.seed.units.unit.id, { name: 'Sở Kiến thiết' }),
  ],
  [
    'a leader has another name',
    () => edit('leaders', api.seed.leaders.chairman.id, { name: 'Lê Ân' }),
  ],
]

const idOfAssignment = () => addresses.find((url) => /assignments\/\w/.test(url))?.slice(-36) ?? ''
const assignment = () => `/api/v1/assignments/${idOfAssignment()}`

async function editDirective(change: object) {
  const url = addresses.find((one) => one.includes('/directives/'))?.replace('public/', '') ?? ''
  const { version } = (await people.specialist.get(url)).json()
  return people.specialist.patch(url, change, { 'if-match': `"${version}"` })
}

async function edit(what: 'units' | 'leaders', id: string, change: object) {
  const { version } = (await people.admin.get(`/api/v1/${what}/${id}`)).json()
  const tag = { 'if-match': `"${version ?? 1}"` }
  return people.admin.patch(`/api/v1/${what}/${id}`, change, tag)
}

test.each(changes)('%s: at once all is told as it is', async (_name, change) => {
  const before = await allTrue()
  const answer = await change()
  const { statusCode = 200 } = answer as { statusCode?: number }
  expect(statusCode).toBeLessThan(300)
  expect(await allTrue()).not.toEqual(before)
})

test('on the next day all is told anew', async () => {
  const before = await allTrue()
  api.clock.set('2026-12-05T02:00:00.000Z')
  expect(await allTrue()).not.toEqual(before)
})

test('many who ask at once have it worked out once', async () => {
  await people.unit.post(`${assignment()}/receipt`)
  await enter(api, people.specialist)
  const url = '/api/public/v1/assignments?limit=7'
  const alone = await api.countStatements(() => ask('/api/public/v1/assignments?limit=8'))
  const together = await api.countStatements(async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(url)))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })
  expect(together).toBeLessThanOrEqual(alone + 1)
})

test('whoever asks first decides nothing for those after', async () => {
  const url = '/api/public/v1/statistics?groupBy=status'
  const strange = {
    'accept-language': 'en;q=0.1, vi;q=0.05, *',
    accept: 'text/html',
    host: 'evil.example',
    origin: 'https://evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'javascript',
    'x-original-url': '/api/v1/accounts',
    'x-http-method-override': 'DELETE',
    authorization: 'Bearer nobody',
    cookie: 'a=b',
    range: 'bytes=0-1',
    'if-none-match': '*',
    'cache-control': 'no-store',
  }
  await ask(url, strange)
  for (const language of ['en', 'vi']) {
    const headers = { 'accept-language': language }
    const [kept, made] = [await ask(url, headers), await plain.inject({ url, headers })]
    expect([kept.statusCode, kept.body]).toEqual([200, made.body])
    expect(kept.headers.vary).toBe('Accept-Language')
    expect(JSON.stringify(kept.headers)).not.toContain('evil')
  }
  await api.app.inject({ method: 'HEAD', url: '/api/public/v1/leaders?' })
  expect((await ask('/api/public/v1/leaders?')).json().items.length).toBeGreaterThan(0)
})

test('what is refused is not kept, nor what would make many of one', async () => {
  const missing = `/api/public/v1/directives/${crypto.randomUUID()}`
  for (const url of ['/api/public/v1/assignments?x=1', missing]) {
    expect((await ask(url)).statusCode).toBeGreaterThanOrEqual(400)
  }
  await ask(missing)
  expect(await costOf(missing)).toBeGreaterThan(1)
  await ask('/api/public/v1/units?x=1')
  expect(await costOf('/api/public/v1/units?x=1')).toBeGreaterThan(0)
  await ask('/api/public/v1/units')
  expect(await costOf('/api/public/v1/units')).toBe(1)
  const csv = '/api/public/v1/assignments.csv'
  await ask(csv)
  expect(await costOf(csv)).toBeGreaterThan(1)
})

test('a seal, which is no act, is seen at once', async () => {
  const seals = async () => (await ask('/api/public/v1/seals')).json().items
  await people.unit.post(`${assignment()}/receipt`)
  await seals()
  const seal = await sealHistory(api.deps.database, api.clock.now)
  expect((await seals())[0]).toMatchObject({ number: seal?.number, hash: seal?.hash })
})

test('one that is read slowly holds up nobody else who asks for it', async () => {
  const { freshness, clock, rulebooks } = api.deps
  const kept = createKeptAnswers({ freshness, clock, renew: rulebooks.renew, most: 1e6 })
  const { promise: bothBegan, resolve: letEnd } = Promise.withResolvers<void>()
  const app = Fastify()
  await app.register(publicAnswers)
  await app.register(hotAnswers, { kept, metrics: createMetrics() })
  app.get('/content', (_request, reply) =>
    reply.send(
      Readable.from(
        (async function* () {
          yield 'begun, '
          await bothBegan
          yield 'ended'
        })(),
        { objectMode: false },
      ),
    ),
  )
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const first = await fetch(`${address}/content`)
  const second = await fetch(`${address}/content`)
  letEnd()
  expect(await Promise.all([first.text(), second.text()])).toEqual(['begun, ended', 'begun, ended'])
  await app.close()
})
