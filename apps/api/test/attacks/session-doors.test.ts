import { createHmac } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { expectProblem } from '../support/line.ts'
import { seededPassword } from '../support/seed.ts'

/* Ways into somebody else's session: by another site, a planted cookie, a token made up, guessing. */

const publicUrl = 'https://dunghan.example.vn'
const cookieName = '__Host-refresh'
let api: TestApp

beforeAll(async () => {
  api = await startTestApp({ config: { publicUrl } })
})
afterAll(() => api.close())

const signIn = (username: string, password: string, headers = {}, remoteAddress = '192.0.2.1') =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username, password },
    headers,
    remoteAddress,
  })
const refresh = (value: string, headers = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/api/v1/session/refresh',
    headers: { cookie: `${cookieName}=${value}`, ...headers },
  })
const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
  answer.cookies.find(({ name }) => name === cookieName)

describe('another site', () => {
  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'https://other.example.vn', host: 'dunghan.example.vn' },
    { origin: 'null' },
  ])('may neither open, keep up nor end a session: %o', async (headers) => {
    const good = cookieOf(await signIn('leader', seededPassword))?.value ?? ''
    expectProblem(await signIn('leader', seededPassword, headers), 403, 'forbidden')
    expectProblem(await refresh(good, headers), 403, 'forbidden')
    const cookie = `${cookieName}=${good}`
    const out = await api.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { cookie, ...headers },
    })
    expectProblem(out, 403, 'forbidden')
    expect((await refresh(good, { origin: publicUrl })).statusCode).toBe(200)
  })

  test('gets nothing done by the cookie alone', async () => {
    const cookie = `${cookieName}=${cookieOf(await signIn('admin', seededPassword))?.value}`
    const body = { name: 'Lê Văn B', position: 'Phó Chủ tịch' }
    const answer = await api.anonymous.post('/api/v1/leaders', body, { cookie })
    expectProblem(answer, 401, 'unauthenticated')
  })

  test('is told of no answer but the public ones, and of none with credentials', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'GET' }
    for (const url of ['/api/v1/me', '/api/v1/session', '/api/public/v1/units', '/healthz']) {
      const asked = await api.app.inject({ method: 'OPTIONS', url, headers })
      const got = await api.app.inject({ url, headers })
      for (const answer of [asked, got]) {
        expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
        const open = answer.headers['access-control-allow-origin']
        expect(open).toBe(url.startsWith('/api/public/') ? '*' : undefined)
      }
    }
  })
})

describe('a cookie', () => {
  test('belongs to this host alone, is never shown to scripts, and goes over TLS alone', async () => {
    const { headers } = await signIn('leader', seededPassword)
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-refresh=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
  })

  test('that was planted before signing in opens nothing afterwards', async () => {
    const planted = 'A'.repeat(43)
    const answer = await signIn('leader', seededPassword, { cookie: `${cookieName}=${planted}` })
    expect(cookieOf(answer)?.value).not.toBe(planted)
    expectProblem(await refresh(planted), 401, 'unauthenticated')
  })
})

describe('a token', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const made = (head: object, claims: object, secret: string, digest = 'sha256') => {
    const signed = `${part(head)}.${part(claims)}`
    return `${signed}.${createHmac(digest, secret).update(signed).digest('base64url')}`
  }
  const me = (token: string) =>
    api.anonymous.get('/api/v1/me', { authorization: `Bearer ${token}` })

  test('that is forged, of another algorithm, expired or without an end is none', async () => {
    const { jwtSecret } = api.deps.config
    const sub = api.seed.accounts.admin.id
    const exp = api.clock.now.getTime() / 1000 + 600
    const claims = { sub, sid: newId(), roles: ['admin'], unitId: null, mustChangePassword: false }
    const HS256 = { alg: 'HS256', typ: 'JWT' }
    expect((await me(made(HS256, { ...claims, exp }, jwtSecret))).statusCode).toBe(200)
    for (const token of [
      made(HS256, { ...claims, exp }, 'another secret of at least thirty-two characters'),
      made(HS256, { ...claims, exp }, ''),
      made({ alg: 'HS512', typ: 'JWT' }, { ...claims, exp }, jwtSecret, 'sha512'),
      made({ alg: 'ES256', typ: 'JWT' }, { ...claims, exp }, jwtSecret),
      made({ alg: 'none' }, { ...claims, exp }, jwtSecret),
      made(HS256, { ...claims, exp: exp - 601 }, jwtSecret),
      made(HS256, claims, jwtSecret),
      made(HS256, { ...claims, exp: 'never' }, jwtSecret),
      `${part(HS256)}.${part({ ...claims, exp })}.`,
    ]) {
      expectProblem(await me(token), 401, 'unauthenticated')
    }
  })
})

describe('guessing', () => {
  test('one password for many names from one address ends after a hundred', async () => {
    const address = '192.0.2.77'
    await api.deps.database.prisma.signInFailure.createMany({
      data: Array.from({ length: 100 }, (_, i) => ({
        id: newId(),
        username: `name-${i}`,
        address,
        at: api.clock.now,
      })),
    })
    const held = await signIn('reviewer', seededPassword, {}, address)
    expectProblem(held, 429, 'too-many-attempts')
    expect((await signIn('reviewer', seededPassword, {}, '192.0.2.78')).statusCode).toBe(200)
  })

  test('takes the same time whether or not there is such a name', async () => {
    const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (let i = 0; i < 15; i++) {
      for (const kind of ['known', 'unknown'] as const) {
        const name = kind === 'known' ? 'coordinator' : 'khong-co-ai'
        const began = performance.now()
        const answer = await signIn(name, 'không phải mật khẩu', {}, `198.51.100.${i}`)
        took[kind].push(performance.now() - began)
        expectProblem(answer, 401, 'invalid-credentials')
      }
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[7] ?? 0
    const ratio = median(took.known) / median(took.unknown)
    // Without a hash to check against, an unknown name is answered many times as fast.
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
  })
})
