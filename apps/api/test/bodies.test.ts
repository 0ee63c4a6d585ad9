import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idempotencyStore } from '../src/db/idempotency.store.ts'
import { inTransaction } from '../src/db/transaction.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { directiveBody, enter, expectProblem } from './support/line.ts'

let api: TestApp
let admin: Client
let specialist: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
  specialist = await api.signInAs('specialist')
})
afterAll(() => api.close())

const post = (client: Client, url: string, payload: string | Buffer) =>
  api.app.inject({
    method: 'POST',
    url,
    headers: { ...client.headers, 'content-type': 'application/json' },
    payload,
  })

describe('a JSON body', () => {
  test('of bytes that are no UTF-8 is refused, not guessed at', async () => {
    const before = Buffer.from('{"position":"Phó Chủ tịch","name":"')
    for (const bytes of [[0xff], [0xc3], [0xe1, 0xbb], [0xed, 0xa0, 0x80], [0xc0, 0xaf]]) {
      const body = Buffer.concat([before, Buffer.from(bytes), Buffer.from('"}')])
      const problem = expectProblem(
        await post(admin, '/api/v1/leaders', body),
        400,
        'invalid-request',
      )
      expect(problem.errors).toMatchObject([{ pointer: '' }])
    }
    const whole = Buffer.concat([before, Buffer.from('Đặng Thị Ổn"}')])
    expect((await post(admin, '/api/v1/leaders', whole)).json().name).toBe('Đặng Thị Ổn')
  })

  test('that is no JSON, or meddles with prototypes, is refused', async () => {
    for (const body of ['{', 'null,', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":1}}']) {
      expectProblem(await post(admin, '/api/v1/leaders', body), 400, 'invalid-request')
    }
  })

  test('that is empty is none, though its type is given', async () => {
    const directive = await enter(api, specialist)
    const { id } = directive.tasks[0].assignments[0]
    const unit = await api.signInAs('unit')
    const received = await post(unit, `/api/v1/assignments/${id}/receipt`, '')
    expect(received.json()).toMatchObject({ state: 'received' })
    const refreshed = await post(unit, '/api/v1/session/refresh', '')
    expectProblem(refreshed, 401, 'unauthenticated')
    expectProblem(await post(admin, '/api/v1/leaders', ''), 400, 'invalid-request')
  })

  test('may be as long as a whole directive in the longest letters, and no longer', async () => {
    const tasks = Array.from({ length: 100 }, (_, i) => ({
      content: `${'ậ'.repeat(4990)} ${i}`,
      dueOn: '2026-12-05',
      unitIds: [api.seed.units.unit.id],
    }))
    const body = JSON.stringify(await directiveBody(api, specialist, { tasks }))
    expect(Buffer.byteLength(body)).toBeGreaterThan(1024 ** 2)
    const entered = await post(specialist, '/api/v1/directives', body)
    expect(entered.statusCode, entered.body.slice(0, 500)).toBe(201)

    const endless = JSON.stringify({ title: 'x'.repeat(4 * 1024 ** 2) })
    const refused = await post(specialist, '/api/v1/directives', endless)
    expect(expectProblem(refused, 413, 'request-too-large').detail).toContain('4 MiB')
    const elsewhere = await post(admin, '/api/v1/leaders', endless)
    expect(expectProblem(elsewhere, 413, 'request-too-large').detail).toContain('1 MiB')
  })
})

describe('an Idempotency-Key', () => {
  const leader = { name: 'Võ Văn Một', position: 'Phó Chủ tịch' }
  const create = (key: string) => admin.post('/api/v1/leaders', leader, { 'idempotency-key': key })

  test.each(['1', '~'.repeat(255)])('of 1 to 255 visible characters is one: %s', async (key) => {
    const first = await create(key)
    expect(first.statusCode).toBe(201)
    expect((await create(key)).json().id).toBe(first.json().id)
  })

  test.each(['', 'k'.repeat(256), 'có dấu', 'a b'])('is none: %s', async (key) => {
    const problem = expectProblem(await create(key), 400, 'invalid-request')
    expect(problem.errors).toMatchObject([{ pointer: '/headers/Idempotency-Key' }])
  })
})

test('a key that is swept while it is looked at is taken after all', async () => {
  const { database } = api.deps
  const mine = { accountId: api.seed.accounts.admin.id, key: 'swept', requestHash: 'a' }
  await database.prisma.idempotencyKey.create({ data: { ...mine, createdAt: api.clock.now } })
  await inTransaction(database, async (tx) => {
    const idempotencyKey = new Proxy(tx.idempotencyKey, {
      get: (target, name) =>
        name !== 'findUnique'
          ? Reflect.get(target, name)
          : async () => {
              await target.deleteMany({ where: { key: 'swept' } })
              return null
            },
    })
    const db = new Proxy(tx, {
      get: (target, name) =>
        name === 'idempotencyKey' ? idempotencyKey : Reflect.get(target, name),
    })
    expect(await idempotencyStore(db).claim({ ...mine, at: api.clock.now })).toBeNull()
  })
})

test('the document says which headers are taken, and what their lack is answered with', () => {
  const { paths } = api.app.swagger() as unknown as {
    paths: Record<string, Record<string, { parameters?: object[]; responses: object }>>
  }
  const key = { in: 'header', name: 'Idempotency-Key', required: false }
  const match = { in: 'header', name: 'If-Match', required: true }
  const unit = paths['/api/v1/units/{id}']?.patch
  expect(unit?.parameters).toContainEqual(expect.objectContaining(match))
  expect(Object.keys(unit?.responses ?? {})).toEqual(expect.arrayContaining(['200', '412', '428']))
  const units = paths['/api/v1/units']
  expect(units?.post?.parameters).toContainEqual(expect.objectContaining(key))
  expect(units?.get?.parameters).not.toContainEqual(expect.objectContaining(key))
  expect(paths['/api/v1/me/password']?.put?.parameters).toBeUndefined()
  expect(paths['/api/v1/session']?.post?.parameters).toBeUndefined()
})
