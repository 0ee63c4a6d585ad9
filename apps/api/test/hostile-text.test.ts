import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { directiveBody, expectProblem } from './support/line.ts'

/* Text no database can keep: NUL, halves of surrogate pairs, instants outside its years. */

let api: TestApp
let admin: Client
let specialist: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
  specialist = await api.signInAs('specialist')
})
afterAll(() => api.close())

test('NUL in what is looked up is refused, wherever it stands', async () => {
  for (const list of ['assignments', 'directives', 'units', 'leaders', 'accounts', 'statistics']) {
    expectProblem(await admin.get(`/api/v1/${list}?q=a%00b`), 400, 'invalid-request')
  }
  for (const url of ['units/%00', 'assignments?unit=%00', 'statistics?unit=a&unit=%00&q=x']) {
    expectProblem(await api.anonymous.get(`/api/public/v1/${url}`), 400, 'invalid-request')
  }
  const credentials = { username: 'a\0b', password: 'x' }
  const answer = await api.anonymous.post('/api/v1/session', credentials)
  expect(expectProblem(answer, 400, 'invalid-request').errors?.[0]?.pointer).toBe('/username')
})

test('nor does a cursor carry any, or an instant outside the years there are', async () => {
  const id = api.seed.units.unit.id
  const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
  for (const url of [
    `units?cursor=${cursor('a\0')}`,
    `accounts?cursor=${cursor('a\0')}`,
    `leaders?cursor=${cursor('a\0', id)}`,
    `assignments?sort=-submittedAt&cursor=${cursor('0000-01-01T00:00:00.000Z', id)}`,
    `assignments?cursor=${cursor('0000-01-01T00:00:00.000Z', id)}`,
  ]) {
    expectProblem(await admin.get(`/api/v1/${url}`), 400, 'invalid-request')
  }
  for (const since of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59']) {
    const url = `/api/public/v1/assignments?updatedSince=${encodeURIComponent(since)}`
    expectProblem(await api.anonymous.get(url), 400, 'invalid-request')
  }
})

test('half a surrogate pair in what is entered is refused', async () => {
  const leader = { name: 'x\ud800', position: 'Phó Chủ tịch' }
  expectProblem(await admin.post('/api/v1/leaders', leader), 400, 'invalid-request')
  for (const change of [{ title: 'x\udfffy' }, { abstract: '\ud83d' }]) {
    const body = await directiveBody(api, specialist, change)
    const answer = await specialist.post('/api/v1/directives', body)
    expect(expectProblem(answer, 400, 'invalid-request').errors?.[0]?.pointer).toBe(
      `/${Object.keys(change)[0]}`,
    )
  }
  const whole = await directiveBody(api, specialist, { title: 'Văn bản 😀' })
  expect((await specialist.post('/api/v1/directives', whole)).json().title).toBe('Văn bản 😀')
})

test('signs that are not seen are left out of what is entered, and alone are nothing', async () => {
  const body = { name: 'Trần\u202eThị\u200b Ánh\ufeff', position: 'Phó Chủ tịch' }
  expect((await admin.post('/api/v1/leaders', body)).json().name).toBe('TrầnThị Ánh')
  const unseen = { name: '\u200b\u2066', position: 'Phó Chủ tịch' }
  expectProblem(await admin.post('/api/v1/leaders', unseen), 400, 'invalid-request')
  const family = await directiveBody(api, specialist, { number: '216', title: 'Gia đình 👨‍👩‍👧' })
  expect((await specialist.post('/api/v1/directives', family)).json().title).toBe('Gia đình 👨‍👩‍👧')
})
