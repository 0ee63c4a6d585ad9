import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../src/context.ts'
import { countAttempt } from '../src/modules/session/attempts.ts'
import { sessionService } from '../src/modules/session/session.service.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { expectProblem } from './support/line.ts'
import { seededPassword } from './support/seed.ts'

let api: TestApp
const start = new Date('2026-11-23T02:00:00.000Z')
const later = (seconds: number) => api.clock.set(new Date(api.clock.now.getTime() + seconds * 1000))

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(() => api.clock.set(start))

let address = 1
/** Each test comes from an address of its own, for attempts are counted by address too. */
const newAddress = () => `10.0.${address++}.1`

function signIn(username: string, password: string, remoteAddress = newAddress()) {
  return api.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username, password },
    remoteAddress,
  })
}

type Answer = Awaited<ReturnType<typeof signIn>>
const cookieOf = (answer: Answer) => answer.cookies.find(({ name }) => name === 'refresh')
const refresh = (value: string | undefined) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/session/refresh',
    cookies: { refresh: value ?? '' },
  })
const me = (token: string) =>
  api.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })

describe('signing in', () => {
  test('gives a token for ten minutes and a cookie no script can read', async () => {
    const answer = await signIn('  Specialist ', seededPassword)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      expiresAt: '2026-11-23T02:10:00.000Z',
      account: {
        username: 'specialist',
        roles: ['specialist'],
        unit: null,
        mustChangePassword: false,
      },
    })
    expect(cookieOf(answer)).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
      path: '/api/v1/session',
    })
    const { accessToken } = answer.json()
    expect((await me(accessToken)).json().permissions).toContain('directive.enter')
    later(599)
    expect((await me(accessToken)).statusCode).toBe(200)
    later(1)
    expectProblem(await me(accessToken), 401, 'unauthenticated')
  })

  test('a password typed in another composition is the same', async () => {
    expect((await signIn('specialist', seededPassword.normalize('NFD'))).statusCode).toBe(200)
  })

  test('says the same of a wrong password and of a name that does not exist', async () => {
    const wrong = await signIn('specialist', 'không phải')
    const unknown = await signIn('khong-co-ai', 'không phải')
    expectProblem(wrong, 401, 'invalid-credentials')
    const { instance: _i, requestId: _r, ...said } = wrong.json()
    expect(unknown.json()).toMatchObject(said)
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('after five failures in fifteen minutes not even the right password is looked at', async () => {
    const from = newAddress()
    for (let i = 0; i < 5; i++)
      expectProblem(await signIn('leader', `sai ${i}`, from), 401, 'invalid-credentials')
    const held = await signIn('leader', seededPassword, from)
    expectProblem(held, 429, 'too-many-attempts')
    expect(held.headers['retry-after']).toBe('900')
    // Knocking does not keep it closed.
    later(600)
    expectProblem(await signIn('leader', seededPassword, from), 429, 'too-many-attempts')
    later(300)
    expect((await signIn('leader', seededPassword, from)).statusCode).toBe(200)
  })

  const failElsewhere = (username: string, times: number) =>
    api.deps.database.prisma.signInFailure.createMany({
      data: Array.from({ length: times }, (_, i) => ({
        id: newId(),
        username,
        address: `203.0.113.${i % 50}`,
        at: start,
      })),
    })

  test('failures elsewhere lock nobody out from where he signed in lately, only everywhere else', async () => {
    const usual = newAddress()
    const elsewhere = newAddress()
    expect((await signIn('admin', seededPassword, usual)).statusCode).toBe(200)
    await failElsewhere('admin', 99)
    expect((await signIn('admin', seededPassword, elsewhere)).statusCode).toBe(200)
    await failElsewhere('admin', 1)
    expectProblem(await signIn('admin', seededPassword), 429, 'too-many-attempts')
    expect((await signIn('admin', seededPassword, usual)).statusCode).toBe(200)
    expect((await signIn('admin', seededPassword, elsewhere)).statusCode).toBe(200)
    for (let i = 0; i < 5; i++) await signIn('admin', 'sai', usual)
    expectProblem(await signIn('admin', seededPassword, usual), 429, 'too-many-attempts')

    later(31 * 24 * 3600)
    await api.deps.database.prisma.signInFailure.updateMany({ data: { at: api.clock.now } })
    expectProblem(await signIn('admin', seededPassword, elsewhere), 429, 'too-many-attempts')
    await api.deps.database.prisma.signInFailure.deleteMany()
  })

  test('all addresses of one IPv6 network are one', async () => {
    for (let i = 0; i < 5; i++) await signIn('leader', 'sai', `2001:db8:1:1::${i}`)
    expectProblem(
      await signIn('leader', seededPassword, '2001:db8:1:1:ffff::1'),
      429,
      'too-many-attempts',
    )
    expect((await signIn('leader', seededPassword, '2001:db8:1:2::1')).statusCode).toBe(200)
  })

  test('one that is forgiven while it is counted is no fault', async () => {
    const { prisma } = api.deps.database
    const from = newAddress()
    for (let i = 0; i < 5; i++) await signIn('leader', 'sai', from)
    const signInFailure = new Proxy(prisma.signInFailure, {
      get: (target, name) =>
        name !== 'findMany'
          ? Reflect.get(target, name)
          : async (query: object) => {
              const found = await target.findMany(query)
              await target.deleteMany({ where: { username: 'leader' } })
              return found
            },
    })
    const db = new Proxy(prisma, {
      get: (target, name) => (name === 'signInFailure' ? signInFailure : Reflect.get(target, name)),
    })
    const attempt = countAttempt(db, { username: 'leader', address: from, at: start })
    await expect(attempt).rejects.toMatchObject({ problem: 'too-many-attempts' })
  })

  test('a hundred guesses at once are a hundred', async () => {
    const from = newAddress()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => signIn('coordinator', `sai ${i}`, from)),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(5)
    expect(answers.every(({ statusCode }) => statusCode === 401 || statusCode === 429)).toBe(true)
  })
})

describe('staying in', () => {
  test('each refresh gives a new cookie; the old one used late ends the session', async () => {
    const first = cookieOf(await signIn('reviewer', seededPassword))?.value
    later(60)
    const second = cookieOf(await refresh(first))?.value
    expect(second).not.toBe(first)
    later(60)
    const third = await refresh(second)
    expect(third.statusCode).toBe(200)
    later(11)
    expectProblem(await refresh(first), 401, 'unauthenticated')
    expectProblem(await refresh(cookieOf(third)?.value), 401, 'unauthenticated')
  })

  test('an answer that got lost may be asked for again, once and at once', async () => {
    const first = cookieOf(await signIn('reviewer', seededPassword))?.value
    const lost = cookieOf(await refresh(first))?.value
    later(3)
    const again = await refresh(first)
    expect(again.statusCode).toBe(200)
    // Whoever holds the lost one now is not the one who asked again: the session ends.
    later(3)
    expectProblem(await refresh(lost), 401, 'unauthenticated')
    expectProblem(await refresh(cookieOf(again)?.value), 401, 'unauthenticated')
  })

  test('an answer that did arrive is not lost: the cookie used again ends the session', async () => {
    const first = cookieOf(await signIn('reviewer', seededPassword))?.value
    const second = await refresh(first)
    later(1)
    const third = await refresh(cookieOf(second)?.value)
    later(1)
    expectProblem(await refresh(first), 401, 'unauthenticated')
    expectProblem(await refresh(cookieOf(third)?.value), 401, 'unauthenticated')
  })

  test('ends after half a day idle, and after a week in any case', async () => {
    const idle = cookieOf(await signIn('reviewer', seededPassword))?.value
    later(12 * 3600)
    expectProblem(await refresh(idle), 401, 'unauthenticated')
    let cookie = cookieOf(await signIn('reviewer', seededPassword))?.value
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      later(11 * 3600)
      const answer = await refresh(cookie)
      expect(answer.statusCode, `after ${hours + 11} hours`).toBe(200)
      cookie = cookieOf(answer)?.value
    }
    later(11 * 3600)
    expectProblem(await refresh(cookie), 401, 'unauthenticated')
  })

  test('signing out makes the cookie dead', async () => {
    const cookie = cookieOf(await signIn('reviewer', seededPassword))?.value
    const out = await api.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      cookies: { refresh: cookie ?? '' },
    })
    expect(out.statusCode).toBe(204)
    expectProblem(await refresh(cookie), 401, 'unauthenticated')
  })

  test.each([
    ['nothing', ''],
    ['no scheme', 'abc'],
    ['rubbish', 'Bearer abc.def.ghi'],
    [
      'no algorithm',
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x","exp":9999999999}').toString('base64url')}.`,
    ],
    [
      'another algorithm',
      `Bearer ${Buffer.from('{"alg":"RS256","typ":"JWT"}').toString('base64url')}.e30.AAAA`,
    ],
  ])('a token that is not ours: %s', async (_name, authorization) => {
    const answer = await api.app.inject({ url: '/api/v1/me', headers: { authorization } })
    expectProblem(answer, 401, 'unauthenticated')
  })
})

describe('changing the password', () => {
  const from = newAddress()
  const change = (token: string, currentPassword: string, newPassword: string) =>
    api.app.inject({
      method: 'PUT',
      url: '/api/v1/me/password',
      headers: { authorization: `Bearer ${token}` },
      payload: { currentPassword, newPassword },
      remoteAddress: from,
    })

  test('a one-time password opens nothing until it is changed, then the same token does', async () => {
    const admin = await api.signInAs('admin')
    const created = await admin.post('/api/v1/accounts', {
      username: 'van.thu',
      displayName: 'Văn thư',
      roles: ['specialist'],
    })
    const { oneTimePassword } = created.json()
    const token = (await signIn('van.thu', oneTimePassword)).json().accessToken
    const units = () =>
      api.app.inject({ url: '/api/v1/units', headers: { authorization: `Bearer ${token}` } })
    expectProblem(await units(), 403, 'password-change-required')
    expect((await me(token)).json().mustChangePassword).toBe(true)
    expectProblem(await change(token, 'không phải', 'mật khẩu mới dài'), 401, 'invalid-credentials')
    expectProblem(await change(token, oneTimePassword, 'ngắn'), 422, 'password-too-weak')
    expectProblem(
      await change(token, oneTimePassword, 'van.thu 2026 van.thu'),
      422,
      'password-too-weak',
    )
    const common = await change(token, oneTimePassword, 'Qwertyuiop!2026')
    expectProblem(common, 422, 'password-too-weak')
    expect(common.json().errors).toEqual([
      { pointer: '/newPassword', detail: expect.stringContaining('nhiều người dùng') },
    ])
    expectProblem(await change(token, oneTimePassword, oneTimePassword), 422, 'password-too-weak')
    expect((await change(token, oneTimePassword, 'mật khẩu mới dài')).statusCode).toBe(204)
    expect((await units()).statusCode).toBe(200)
    expect((await signIn('van.thu', 'mật khẩu mới dài')).json().account.mustChangePassword).toBe(
      false,
    )
  })

  test('new passwords that are too weak lock nobody out; wrong present ones do', async () => {
    const token = (await signIn('unit', seededPassword)).json().accessToken
    for (let i = 0; i < 8; i++) {
      expectProblem(await change(token, seededPassword, 'ngắn'), 422, 'password-too-weak')
    }
    for (let i = 0; i < 5; i++) {
      expectProblem(await change(token, `sai ${i}`, 'mật khẩu mới dài'), 401, 'invalid-credentials')
    }
    expectProblem(await change(token, seededPassword, 'ngắn'), 429, 'too-many-attempts')
  })

  test('ends the account’s other sessions, not this one', async () => {
    const here = await signIn('coordinator', seededPassword)
    const there = await signIn('coordinator', seededPassword)
    expect(
      (await change(here.json().accessToken, seededPassword, 'mật khẩu khác hẳn')).statusCode,
    ).toBe(204)
    expectProblem(await refresh(cookieOf(there)?.value), 401, 'unauthenticated')
    expect((await refresh(cookieOf(here)?.value)).statusCode).toBe(200)
  })

  test('a reset and a disabled account are out', async () => {
    const admin = await api.signInAs('admin')
    const { id } = api.seed.accounts.leader
    const cookie = cookieOf(await signIn('leader', seededPassword))?.value
    const reset = await admin.post(`/api/v1/accounts/${id}/password-reset`, {})
    expectProblem(await refresh(cookie), 401, 'unauthenticated')
    expectProblem(await signIn('leader', seededPassword), 401, 'invalid-credentials')
    const again = cookieOf(await signIn('leader', reset.json().oneTimePassword))?.value
    const { version } = (await admin.get(`/api/v1/accounts/${id}`)).json()
    const disabled = await admin.patch(
      `/api/v1/accounts/${id}`,
      { disabled: true },
      { 'if-match': `"${version}"` },
    )
    expect(disabled.statusCode).toBe(200)
    expectProblem(await refresh(again), 401, 'unauthenticated')
    expectProblem(await signIn('leader', reset.json().oneTimePassword), 401, 'invalid-credentials')
  })
})

describe('while the password is looked at', () => {
  /** The product on a database where `meanwhile` happens once, before the next transaction begins. */
  const serviceWith = (meanwhile: () => Promise<unknown>) => {
    let first: Promise<unknown> | undefined
    const prisma = new Proxy(api.deps.database.prisma, {
      get(target, name) {
        if (name !== '$transaction') return Reflect.get(target, name)
        return async (...given: Parameters<typeof target.$transaction>) => {
          first ??= meanwhile()
          await first
          return target.$transaction(...given)
        }
      },
    })
    const database = { ...api.deps.database, prisma }
    return sessionService({ ...api.deps, database, clock: () => api.clock.now })
  }
  const reset = async (id: string) => {
    const admin = await api.signInAs('admin')
    const answer = await admin.post(`/api/v1/accounts/${id}/password-reset`, {})
    expect(answer.statusCode).toBe(200)
    return answer.json().oneTimePassword as string
  }
  const sessionsOf = (accountId: string) =>
    api.deps.database.prisma.session.count({ where: { accountId, endedAt: null } })
  const credentials = { username: 'otherunit', password: seededPassword }

  test('a disabled account gets no session', async () => {
    const { id } = api.seed.accounts.otherUnit
    const { account } = api.deps.database.prisma
    const disable = (disabledAt: Date | null) =>
      account.update({ where: { id }, data: { disabledAt } })
    const signedIn = serviceWith(() => disable(start)).signIn(credentials, newAddress())
    await expect(signedIn).rejects.toMatchObject({ problem: 'invalid-credentials' })
    expect(await sessionsOf(id)).toBe(0)
    await disable(null)
  })

  test('a password that is reset opens no session', async () => {
    const { id } = api.seed.accounts.otherUnit
    const signedIn = serviceWith(() => reset(id)).signIn(credentials, newAddress())
    await expect(signedIn).rejects.toMatchObject({ problem: 'invalid-credentials' })
    expect(await sessionsOf(id)).toBe(0)
  })

  test('a password that is reset is not replaced by its old owner’s', async () => {
    const { id, username } = api.seed.accounts.reviewer
    const actor = { accountId: id, sessionId: newId(), roles: ['reviewer'] as const, unitId: null }
    const asked = { now: start, clock: () => start, requestId: 'x', language: 'vi' } as const
    const ctx: Ctx = { ...asked, actor, idempotency: null }
    let oneTime = ''
    const service = serviceWith(async () => {
      oneTime = await reset(id)
    })
    const body = { currentPassword: seededPassword, newPassword: 'mật khẩu của kẻ khác' }
    const changed = service.changePassword(ctx, body, newAddress())
    await expect(changed).rejects.toMatchObject({ problem: 'invalid-credentials' })
    expect((await signIn(username, body.newPassword)).statusCode).toBe(401)
    expect((await signIn(username, oneTime)).json().account.mustChangePassword).toBe(true)
  })
})
