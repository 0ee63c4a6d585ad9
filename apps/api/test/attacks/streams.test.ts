import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../support/app.ts'
import { listen, type OpenStream, openStream } from '../support/event-stream.ts'
import { expectProblem } from '../support/line.ts'
import { type Person, seededPassword } from '../support/seed.ts'

/* Who is put out hears nothing more: a stream that is open ends with what let it in. */

let api: TestApp
let address: string
let admin: Client
const opened: OpenStream[] = []

beforeAll(async () => {
  api = await startTestApp()
  address = await listen(api.app)
  admin = await api.signInAs('admin')
})
afterAll(async () => {
  for (const stream of opened) stream.cut()
  await api.close()
})

/** A session as a browser has it, with its stream open. */
async function lookingOn(person: Person) {
  const { username } = api.seed.accounts[person]
  const payload = { username, password: seededPassword }
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload })
  const headers = { authorization: `Bearer ${answer.json().accessToken}` }
  const cookie = `refresh=${answer.cookies.find(({ name }) => name === 'refresh')?.value}`
  const stream = await openStream(address, headers)
  opened.push(stream)
  await stream.until('ready')
  return { stream, headers, cookie }
}

test('signing out ends it', async () => {
  const { stream, cookie } = await lookingOn('reviewer')
  const out = await api.app.inject({
    method: 'DELETE',
    url: '/api/v1/session',
    headers: { cookie },
  })
  expect(out.statusCode).toBe(204)
  expect(await stream.next()).toBeNull()
})

test('a changed password ends those of the other sessions', async () => {
  const there = await lookingOn('otherUnit')
  const here = await lookingOn('otherUnit')
  const changed = await api.app.inject({
    method: 'PUT',
    url: '/api/v1/me/password',
    headers: here.headers,
    payload: { currentPassword: seededPassword, newPassword: 'một mật khẩu khác hẳn' },
  })
  expect(changed.statusCode, changed.body).toBe(204)
  expect(await there.stream.next()).toBeNull()
})

test('a reset ends it, and a token from before opens none', async () => {
  const { stream, headers } = await lookingOn('unit')
  const { id } = api.seed.accounts.unit
  expect((await admin.post(`/api/v1/accounts/${id}/password-reset`)).statusCode).toBe(200)
  expect(await stream.next()).toBeNull()
  const again = await openStream(address, headers)
  opened.push(again)
  expect(await again.next()).toBeNull()
})

test('a disabled account’s ends', async () => {
  const { stream } = await lookingOn('leader')
  const url = `/api/v1/accounts/${api.seed.accounts.leader.id}`
  const etag = String((await admin.get(url)).headers.etag)
  const answer = await admin.patch(url, { disabled: true }, { 'if-match': etag })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(await stream.next()).toBeNull()
})

test('a token in the address opens none', async () => {
  const { authorization } = admin.headers
  const token = authorization.replace('Bearer ', '')
  for (const name of ['access_token', 'token', 'authorization']) {
    const answer = await api.anonymous.get(`/api/v1/events?${name}=${token}`)
    expectProblem(answer, 401, 'unauthenticated')
  }
})
