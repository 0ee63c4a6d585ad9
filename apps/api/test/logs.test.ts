import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shapeOf } from '../src/db/slow-statements.ts'
import { loggedError } from '../src/log-error.ts'
import { createLogger } from '../src/logger.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { directiveBody, enter, upload } from './support/line.ts'
import { seededPassword } from './support/seed.ts'
import { makePdf } from './support/signed-pdf.ts'

/** Each of these is sent, and must stand in no line. */
const told = {
  name: 'Huỳnh Thị Kín Đáo',
  username: 'kin.dao.huynh',
  email: 'kin.dao@example.vn',
  password: 'mật khẩu chưa ai biết 77',
  search: 'từ khóa riêng tư',
  title: 'Trích yếu không ai được đọc',
  fileName: 'bí-mật-của-sở.pdf',
  path: 'duong-dan-co-ten',
  address: '198.51.100.77',
}

interface Line {
  level: number
  msg: string
  operation?: string
  requestId?: string
  sql?: string
  err?: { stack: string }
}

let api: TestApp
let written = ''
const lines = (): Line[] =>
  written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

beforeAll(async () => {
  const to = new Writable({
    write(chunk, _encoding, done) {
      written += chunk
      done()
    },
  })
  // So short that every statement is slow.
  const config = { slowQueryMs: 1e-9 }
  api = await startTestApp({ logger: createLogger('info', to), config })
})
afterAll(() => api.close())

describe('a busy day', () => {
  const requestIds: string[] = []
  const note = <T extends { headers: Record<string, unknown> }>(answer: T): T => {
    requestIds.push(String(answer.headers['x-request-id']))
    return answer
  }

  beforeAll(async () => {
    const admin = await api.signInAs('admin')
    const specialist = await api.signInAs('specialist')
    const unit = await api.signInAs('unit')
    const account = {
      username: told.username,
      displayName: told.name,
      roles: ['reviewer'],
      email: told.email,
    }
    note(await admin.post('/api/v1/accounts', account))
    note(await admin.post('/api/v1/accounts', account)) // taken: a key of the database is broken
    note(await admin.get(`/api/v1/accounts?q=${encodeURIComponent(told.name)}`))
    const wrong = { username: told.username, password: told.password }
    note(
      await api.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress: told.address,
        payload: wrong,
      }),
    )
    const right = { username: 'unit', password: seededPassword }
    note(await api.anonymous.post('/api/v1/session', right))
    const body = await directiveBody(api, specialist, { title: told.title })
    await enter(api, specialist, body)
    await upload(api, unit, await makePdf(told.title), { name: told.fileName })
    const search = encodeURIComponent(told.search)
    note(await api.anonymous.get(`/api/public/v1/assignments?q=${search}`))
    note(await unit.get(`/api/v1/assignments?q=${search}`))
    note(await api.anonymous.get(`/${told.path}?x=${search}`))
    note(await admin.patch(`/api/v1/accounts/${told.path}`, account, { 'if-match': '"1"' }))
    note(await api.anonymous.get('/healthz'))
  })

  test('is told in lines without anybody’s name, word, address or secret', () => {
    const passwords = [seededPassword, 'Bearer ', 'eyJ']
    const people = Object.values(api.seed.accounts).map(({ displayName }) => displayName)
    for (const value of [...Object.values(told), ...passwords, ...people]) {
      expect(written).not.toContain(value)
      expect(written).not.toContain(encodeURIComponent(value))
      expect(written.normalize('NFC').toLowerCase()).not.toContain(value.toLowerCase())
    }
  })

  test('has one line for each request, with its id and its operation', () => {
    const requests = lines().filter(({ msg }) => msg === 'request')
    const noted = requests.filter(({ requestId }) => requestIds.includes(requestId ?? ''))
    expect(noted.map(({ operation }) => operation)).toEqual([
      'createAccount',
      'createAccount',
      'listAccounts',
      'signIn',
      'signIn',
      'listPublicAssignments',
      'listAssignments',
      'page',
      'editAccount',
      // Asked every few seconds: `getLife` is told to whoever debugs alone.
    ])
    expect(noted[3]).toMatchObject({ method: 'POST', status: 401, problem: 'invalid-credentials' })
    expect(noted[4]).toMatchObject({ status: 200, ms: expect.any(Number) })
  })

  test('names slow statements with whom they served, without values', () => {
    const slow = lines().filter(({ msg }) => msg === 'slow statement')
    const served = new Set(slow.map(({ operation }) => operation))
    for (const operation of ['signIn', 'createAccount', 'enterDirective', 'uploadFile']) {
      expect(served).toContain(operation)
    }
    const insert = slow.find(
      ({ operation, sql }) =>
        operation === 'createAccount' && sql?.includes('INSERT INTO "public"."account"'),
    )
    expect(insert).toMatchObject({ call: 'statement', failed: false })
    expect(insert?.sql).toContain('$1')
    expect(requestIds).toContain(insert?.requestId)
  })
})

describe('an error of the database', () => {
  const failing = async (work: Promise<unknown>) =>
    work.then(
      () => expect.unreachable(),
      (error: unknown) => error,
    )

  test('is told by its code and constraint, without what it quotes', async () => {
    const { prisma } = api.deps.database
    const errors = [
      await failing(prisma.$queryRawUnsafe(`SELECT '${told.username}'::uuid`)),
      await failing(
        prisma.$executeRawUnsafe(
          `INSERT INTO unit (id, code, name, short_name, type, search_text) VALUES
             (gen_random_uuid(), 'so-xay-dung', '${told.name}', '', 'other', '')`,
        ),
      ),
      await failing(prisma.account.findMany({ where: { id: told.username } })),
      await failing(prisma.account.create({ data: { nosuch: told.name } as never })),
    ]
    const logged = errors.map((error) => loggedError(error))
    expect(logged[0]).toMatchObject({ code: '22P02' })
    expect(logged[1]).toMatchObject({ code: '23505', constraint: 'unit_code_key' })
    const all = JSON.stringify(logged)
    for (const value of [...Object.values(told), 'so-xay-dung']) expect(all).not.toContain(value)
    for (const { stack } of logged) expect(stack).toMatch(/^\s+at /)
  })

  test('says in its own words what is wrong with the schema or the server', async () => {
    const error = await failing(api.deps.database.prisma.$queryRaw`SELECT * FROM no_such_table`)
    expect(loggedError(error)).toMatchObject({
      code: '42P01',
      message: expect.stringContaining('no_such_table'),
    })
  })
})

test('the shape of a statement has no text of anybody', () => {
  expect(shapeOf("SELECT  1\n FROM a WHERE b = 'it''s' AND c = $1 AND d = ''")).toBe(
    "SELECT 1 FROM a WHERE b = '…' AND c = $1 AND d = '…'",
  )
})
