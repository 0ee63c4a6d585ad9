import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyPassword } from '../src/modules/accounts/password-hash.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'

let api: TestApp
let admin: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
})
afterAll(() => api.close())

const officer = { username: 'le.van.c', displayName: 'Lê Văn C', roles: ['specialist'] }
const hashOf = async (id: string) =>
  (await api.deps.database.prisma.account.findUniqueOrThrow({ where: { id } })).passwordHash
const activeSessionsOf = (accountId: string) =>
  api.deps.database.prisma.session.count({ where: { accountId, endedAt: null } })

async function create(body: object): Promise<{ id: string; version: number }> {
  const answer = await admin.post('/api/v1/accounts', body)
  expect(answer.statusCode).toBe(201)
  return answer.json()
}

describe('creating an account', () => {
  test('without a password one is made, shown once and kept only as a hash', async () => {
    const answer = await admin.post('/api/v1/accounts', officer)
    expect(answer.statusCode).toBe(201)
    expect(answer.headers.etag).toBe('"1"')
    const { oneTimePassword, ...account } = answer.json()
    expect(oneTimePassword).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){3}$/)
    expect(account).toMatchObject({ ...officer, unit: null, mustChangePassword: true, version: 1 })
    expect(await verifyPassword(await hashOf(account.id), oneTimePassword)).toBe(true)
    const rows = await api.deps.database.prisma.$queryRaw<{ all: string }[]>`
      SELECT coalesce(json_agg(e)::text, '') AS all FROM event e`
    expect(rows[0]?.all).not.toContain(oneTimePassword)
    expect((await admin.get(`/api/v1/accounts/${account.id}`)).json()).toEqual(account)
  })

  test('a password given is not repeated in the answer, and opens composed or decomposed', async () => {
    const password = 'Mật khẩu đầu tiên'
    const answer = await admin.post('/api/v1/accounts', {
      ...officer,
      username: 'co.mat.khau',
      password: password.normalize('NFD'),
    })
    expect(answer.json()).not.toHaveProperty('oneTimePassword')
    expect(answer.json().mustChangePassword).toBe(true)
    expect(await verifyPassword(await hashOf(answer.json().id), password)).toBe(true)
  })

  test('a weak password is refused at its field', async () => {
    const answer = await admin.post('/api/v1/accounts', { ...officer, password: 'ngắn' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({
      type: '/problems/password-too-weak',
      errors: [{ pointer: '/password' }],
    })
  })

  test('a name is given once, however it is written', async () => {
    await create({ ...officer, username: 'trung.ten' })
    const answer = await admin.post('/api/v1/accounts', { ...officer, username: ' Trung.Ten' })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({
      type: '/problems/already-exists',
      errors: [{ pointer: '/username' }],
    })
  })

  test('a unit has one account: of two at once one is made, the other learns whose it is', async () => {
    const unit = await admin.post('/api/v1/units', {
      code: 'so-y-te',
      name: 'Sở Y tế',
      shortName: 'SYT',
      type: 'department',
    })
    const body = (username: string) => ({
      username,
      displayName: 'Sở Y tế',
      roles: ['unit'],
      unitId: unit.json().id,
    })
    const answers = await Promise.all([
      admin.post('/api/v1/accounts', body('syt')),
      admin.post('/api/v1/accounts', body('so.y.te')),
    ])
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    const made = answers.find(({ statusCode }) => statusCode === 201)
    expect(refused?.json().type).toBe('/problems/unit-already-has-account')
    expect(refused?.json().detail).toContain(made?.json().username)
    expect(made?.json().unit).toEqual({ id: unit.json().id, code: 'so-y-te', name: 'Sở Y tế' })
  })

  test.each([
    ['unit role with an office role', { roles: ['unit', 'reviewer'], unit: true }, '/roles'],
    ['unit role without a unit', { roles: ['unit'], unit: false }, '/unitId'],
    ['office role with a unit', { roles: ['reviewer'], unit: true }, '/unitId'],
  ])('%s is refused at %s', async (_name, { roles, unit }, pointer) => {
    const answer = await admin.post('/api/v1/accounts', {
      username: 'khong.hop',
      displayName: 'Không hợp',
      roles,
      unitId: unit ? api.seed.units.unit.id : null,
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({
      type: '/problems/invalid-request',
      errors: [{ pointer }],
    })
  })

  test('a unit nobody knows is refused at its field', async () => {
    const answer = await admin.post('/api/v1/accounts', {
      username: 'khong.co',
      displayName: 'Không có',
      roles: ['unit'],
      unitId: '01890a5d-ac96-774b-bcce-b302099a8057',
    })
    expect(answer.json().errors).toMatchObject([{ pointer: '/unitId' }])
  })

  test('pressed twice it is made once, and the password is told only the first time', async () => {
    const key = { 'idempotency-key': 'pressed-twice-1' }
    const body = { ...officer, username: 'hai.lan' }
    const first = (await admin.post('/api/v1/accounts', body, key)).json()
    const second = await admin.post('/api/v1/accounts', body, key)
    const { oneTimePassword, ...account } = first
    expect(oneTimePassword).toBeTypeOf('string')
    expect(second.statusCode).toBe(201)
    expect(second.json()).toEqual(account)
    const other = await admin.post(
      '/api/v1/accounts',
      { ...body, password: 'một mật khẩu khác' },
      key,
    )
    expect(other.json().type).toBe('/problems/idempotency-key-reused')
  })
})

describe('lists', () => {
  test('by name, page after page, searched without marks and by role', async () => {
    const names: string[] = []
    let cursor = ''
    do {
      const { items, nextCursor } = (await admin.get(`/api/v1/accounts?limit=3${cursor}`)).json()
      names.push(...items.map(({ username }: { username: string }) => username))
      cursor = nextCursor && `&cursor=${nextCursor}`
    } while (cursor)
    expect(names).toEqual([...names].sort())
    expect(new Set(names).size).toBe(names.length)
    const found = await admin.get(`/api/v1/accounts?q=${encodeURIComponent('quan tri')}`)
    expect(found.json().items).toMatchObject([{ username: 'admin' }])
    const units = await admin.get('/api/v1/accounts?role=unit&role=leader&q=xay')
    expect(units.json().items).toMatchObject([{ username: 'unit', unit: { code: 'so-xay-dung' } }])
  })

  test('are for the admin alone', async () => {
    for (const who of ['specialist', 'leader', 'unit'] as const) {
      const client = await api.signInAs(who)
      expect((await client.get('/api/v1/accounts')).json().type).toBe('/problems/forbidden')
    }
  })
})

describe('those who draft', () => {
  test('are named to the office, without those who were shut out', async () => {
    const { id } = await create({ ...officer, username: 'nguoi.soan', roles: ['specialist'] })
    const leader = await api.signInAs('leader')
    const named = async () => {
      const answer = await leader.get('/api/v1/specialists')
      expect(answer.statusCode).toBe(200)
      return (answer.json().items as { id: string }[]).map((one) => one.id)
    }
    expect(await named()).toContain(id)
    expect(await named()).not.toContain(api.seed.accounts.reviewer.id)
    await admin.patch(`/api/v1/accounts/${id}`, { disabled: true }, { 'if-match': '"1"' })
    expect(await named()).not.toContain(id)
  })
})

describe('editing', () => {
  test('disabling ends the sessions; enabling lets in again', async () => {
    const { id } = await create({ ...officer, username: 'bi.khoa' })
    await api.signInAs(id)
    const url = `/api/v1/accounts/${id}`
    const disabled = await admin.patch(url, { disabled: true }, { 'if-match': '"1"' })
    expect(disabled.json()).toMatchObject({
      version: 2,
      disabledAt: api.clock.now.toISOString(),
    })
    expect(disabled.headers.etag).toBe('"2"')
    expect(await activeSessionsOf(id)).toBe(0)
    const enabled = await admin.patch(url, { disabled: false }, { 'if-match': '"2"' })
    expect(enabled.json().disabledAt).toBeNull()
  })

  test('needs the version it edits, and the present one', async () => {
    const { id } = await create({ ...officer, username: 'phien.ban' })
    const url = `/api/v1/accounts/${id}`
    expect((await admin.patch(url, { displayName: 'A' })).statusCode).toBe(428)
    expect((await admin.patch(url, { displayName: 'A' }, { 'if-match': '"7"' })).statusCode).toBe(
      412,
    )
    const renamed = await admin.patch(url, { displayName: 'Mới' }, { 'if-match': '"1"' })
    expect(renamed.json().displayName).toBe('Mới')
    const found = await admin.get(`/api/v1/accounts?q=${encodeURIComponent('phien moi')}`)
    expect(found.json().total).toBe(1)
  })

  test('an office account never becomes one of a unit, nor the other way', async () => {
    const { accounts } = api.seed
    for (const [id, roles] of [
      [accounts.reviewer.id, ['unit']],
      [accounts.unit.id, ['reviewer']],
      [accounts.unit.id, ['unit', 'reviewer']],
    ] as const) {
      const answer = await admin.patch(`/api/v1/accounts/${id}`, { roles }, { 'if-match': '"1"' })
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/roles' }] })
    }
  })

  test('nobody disables himself', async () => {
    const url = `/api/v1/accounts/${api.seed.accounts.admin.id}`
    const answer = await admin.patch(url, { disabled: true }, { 'if-match': '"1"' })
    expect(answer.json()).toMatchObject({
      type: '/problems/forbidden',
      errors: [{ pointer: '/disabled' }],
    })
  })

  test('one active admin always remains, also when two take the role from each other', async () => {
    const first = `/api/v1/accounts/${api.seed.accounts.admin.id}`
    const step = { roles: ['specialist'] }
    expect((await admin.patch(first, step, { 'if-match': '"1"' })).json()).toMatchObject({
      type: '/problems/forbidden',
      errors: [{ pointer: '/roles' }],
    })
    const other = await create({ ...officer, username: 'admin.hai', roles: ['admin'] })
    const second = await api.signInAs(other.id)
    await api.deps.database.prisma.account.update({
      where: { id: other.id },
      data: { mustChangePassword: false },
    })
    const answers = await Promise.all([
      admin.patch(`/api/v1/accounts/${other.id}`, step, { 'if-match': '"1"' }),
      second.patch(first, step, { 'if-match': '"1"' }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403])
    const admins = await api.deps.database.prisma.account.count({
      where: { roles: { has: 'admin' }, disabledAt: null },
    })
    expect(admins).toBe(1)
  })
})

describe('resetting a password', () => {
  test('gives a new one that must be changed, and ends the sessions', async () => {
    const { id } = api.seed.accounts.coordinator
    await api.signInAs(id)
    const before = await hashOf(id)
    const answer = await admin.post(`/api/v1/accounts/${id}/password-reset`)
    expect(answer.statusCode).toBe(200)
    expect(await verifyPassword(await hashOf(id), answer.json().oneTimePassword)).toBe(true)
    expect(await hashOf(id)).not.toBe(before)
    expect(await activeSessionsOf(id)).toBe(0)
    expect((await admin.get(`/api/v1/accounts/${id}`)).json().mustChangePassword).toBe(true)
  })

  test('twenty at once: one is carried out, and its password is the one that opens', async () => {
    const { id } = api.seed.accounts.reviewer
    const url = `/api/v1/accounts/${id}/password-reset`
    const answers = await Promise.all(Array.from({ length: 20 }, () => admin.post(url)))
    const done = answers.filter(({ statusCode }) => statusCode === 200)
    expect(done).toHaveLength(1)
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(19)
    expect(await verifyPassword(await hashOf(id), done[0]?.json().oneTimePassword)).toBe(true)
  })

  test('one that was under way while another was carried out is refused, however slow it is', async () => {
    const { id } = api.seed.accounts.otherUnit
    const url = `/api/v1/accounts/${id}/password-reset`
    const { now } = api.clock
    const first = admin.post(url)
    const second = admin.post(url)
    api.clock.set(new Date(now.getTime() + 60_000))
    const third = admin.post(url)
    const answers = await Promise.all([first, second, third])
    api.clock.set(now)
    const done = answers.filter(({ statusCode }) => statusCode === 200)
    expect(done).toHaveLength(1)
    expect(await verifyPassword(await hashOf(id), done[0]?.json().oneTimePassword)).toBe(true)
  })

  test('the same key pressed again changes nothing and tells nothing', async () => {
    const { id } = api.seed.accounts.leader
    const url = `/api/v1/accounts/${id}/password-reset`
    const key = { 'idempotency-key': 'reset-once-please' }
    await admin.post(url, undefined, key)
    const hash = await hashOf(id)
    const again = await admin.post(url, undefined, key)
    expect(again.statusCode).toBe(200)
    expect(again.json()).toEqual({})
    expect(await hashOf(id)).toBe(hash)
  })

  test('of nobody is not found', async () => {
    const answer = await admin.post(
      '/api/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057/password-reset',
    )
    expect(answer.statusCode).toBe(404)
  })
})
