import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../support/app.ts'
import { directiveBody, enter, expectProblem } from '../support/line.ts'

/* Input that would be something else than a value: SQL, patterns, prototypes, text without end. */

let api: TestApp
let admin: Client
let specialist: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
  specialist = await api.signInAs('specialist')
  await enter(api, specialist)
})
afterAll(() => api.close())

const sql = [
  "' OR '1'='1",
  "' OR 1=1 --",
  "') OR TRUE; DROP TABLE saved_view; --",
  "'; SELECT pg_sleep(20); --",
  "' UNION SELECT password_hash FROM account --",
  "\\'; --",
  '$$; --',
  '%',
  '_____',
]

interface Parameter {
  name: string
  in: string
}

test('SQL and patterns in any query of any list are values that nothing has', async () => {
  const { paths } = (await api.anonymous.get('/api/openapi.json')).json()
  let asked = 0
  for (const [path, methods] of Object.entries<Record<string, { parameters?: Parameter[] }>>(
    paths,
  )) {
    const parameters = (methods.get?.parameters ?? []).filter((each) => each.in === 'query')
    if (path.endsWith('/events')) continue
    for (const { name } of parameters) {
      for (const value of sql.slice(0, name === 'q' ? sql.length : 1)) {
        const address = path.replace(/\{\w+\}/g, api.seed.units.unit.code)
        const answer = await admin.get(`${address}?${name}=${encodeURIComponent(value)}`)
        expect(answer.statusCode, `${address} ${name}=${value}`).toBeLessThan(500)
        const body = answer.headers['content-type']?.toString().startsWith('application/json')
        if (name === 'q' && answer.statusCode === 200 && body && 'total' in answer.json()) {
          expect(answer.json().total, `${address}?q=${value}`).toBe(0)
        }
        asked++
      }
    }
  }
  expect(asked).toBeGreaterThan(100)
  expect(await api.deps.database.prisma.savedView.count()).toBe(0)
  expect((await admin.get('/api/v1/assignments')).json().total).toBe(1)
})

test('SQL in what is entered is kept as text', async () => {
  const title = "Robert'); DROP TABLE directive; --"
  expect((await enter(api, specialist, { title })).title).toBe(title)
})

describe('a body', () => {
  const send = (payload: string) =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/leaders',
      headers: { ...admin.headers, 'content-type': 'application/json' },
      payload,
    })
  const leader = '"name":"Lê Văn B","position":"Phó Chủ tịch"'

  test.each([
    ['a prototype', `{${leader},"__proto__":{"polluted":true}}`],
    ['a constructor', `{${leader},"constructor":{"prototype":{"polluted":true}}}`],
    ['a field nobody named', `{${leader},"id":"x"}`],
    ['a number beyond numbers', `{${leader},"validFrom":1e400}`],
    ['an array for a text', '{"name":["a"],"position":{"$ne":1}}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['objects a hundred thousand deep', '{"a":'.repeat(100_000)],
    ['half a value', `{${leader}`],
  ])('of %s is refused and changes nothing', async (_name, payload) => {
    expectProblem(await send(payload), 400, 'invalid-request')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('gives nobody a role, a state or an owner its schema does not name', async () => {
    const body = await directiveBody(api, specialist)
    for (const extra of [
      { recordedBy: 'x' },
      { version: 9 },
      { withdrawal: null },
      { state: 'x' },
    ]) {
      const answer = await specialist.post('/api/v1/directives', { ...body, ...extra })
      expectProblem(answer, 400, 'invalid-request')
    }
    const unit = await api.signInAs('unit')
    const promoted = await unit.put('/api/v1/me/notification-settings', {
      kinds: {},
      roles: ['admin'],
    })
    expectProblem(promoted, 400, 'invalid-request')
  })
})

test('long text made for patterns to go astray is answered at once', async () => {
  const unit = await api.signInAs('unit')
  for (const piece of [
    ' ',
    '\t\n',
    'a-',
    '- ',
    '0',
    '/',
    '.',
    'e\u0301',
    '\u200b',
    '(',
    '"',
    '%',
  ]) {
    const long = piece.repeat(Math.floor(150_000 / Buffer.byteLength(piece)))
    const body = { name: `${long}!`, position: long }
    expectProblem(await admin.post('/api/v1/leaders', body), 400, 'invalid-request')
    const view = { page: 'assignments', name: long, search: `${long}!` }
    expectProblem(await unit.post('/api/v1/saved-views', view), 400, 'invalid-request')
    const asked = await admin.post('/api/v1/due-date-preview', { dueOn: long, issuedTime: long })
    expectProblem(asked, 400, 'invalid-request')
    const account = { username: long, displayName: long, roles: ['leader'], email: `${long}@x.vn` }
    expectProblem(await admin.post('/api/v1/accounts', account), 400, 'invalid-request')
  }
})
