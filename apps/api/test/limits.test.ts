import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Config, ConfigError, readConfig } from '../src/config.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { expectProblem } from './support/line.ts'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp({ config: { rateLimit: 3, trustedProxies: ['10.9.0.0/16'] } })
})
afterAll(() => api.close())

/** As asked by `address`, or through a proxy there by the addresses it tells. */
const ask = (url: string, address: string, forwardedFor?: string) =>
  api.app.inject({
    url,
    remoteAddress: address,
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  })

async function statuses(times: number, ...asked: Parameters<typeof ask>): Promise<number[]> {
  const seen: number[] = []
  for (let i = 0; i < times; i++) seen.push((await ask(...asked)).statusCode)
  return seen
}

describe('requests a minute', () => {
  test('are counted by address, before anything else is looked at', async () => {
    expect(await statuses(4, '/api/v1/units', '192.0.2.1')).toEqual([401, 401, 401, 429])
    const refused = await ask('/api/v1/units', '192.0.2.1')
    expectProblem(refused, 429, 'rate-limited')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await ask('/api/v1/units', '192.0.2.2')).statusCode).toBe(401)
  })

  test('are one count for all of the API but its public part, which has a larger one', async () => {
    expect(await statuses(3, '/api/v1/units', '192.0.2.3')).toEqual([401, 401, 401])
    expect((await ask('/api/v1/me', '192.0.2.3')).statusCode).toBe(429)
    const open = await statuses(16, '/api/public/v1/units', '192.0.2.3')
    expect(open.filter((status) => status === 200)).toHaveLength(15)
    const refused = await ask('/api/public/v1/units', '192.0.2.3')
    expectProblem(refused, 429, 'rate-limited')
    expect(refused.headers['access-control-allow-origin']).toBe('*')
  })

  test('of probes and pages are not counted', async () => {
    for (const url of ['/healthz', '/readyz', '/problems/internal', '/api/openapi.json']) {
      expect(new Set(await statuses(5, url, '192.0.2.4')), url).toEqual(new Set([200]))
    }
  })
})

describe('behind a proxy', () => {
  test('that is trusted each has an address of his own', async () => {
    for (let i = 0; i < 5; i++) {
      const answer = await ask('/api/v1/units', '10.9.1.1', `198.51.100.${i}`)
      expect(answer.statusCode).toBe(401)
    }
  })

  test('what the asker himself put before is not believed', async () => {
    const seen = []
    for (let i = 0; i < 4; i++) {
      seen.push(
        (await ask('/api/v1/units', '10.9.1.1', `203.0.113.${i}, 198.51.100.99`)).statusCode,
      )
    }
    expect(seen).toEqual([401, 401, 401, 429])
  })

  test('that is not trusted all have its address', async () => {
    const seen = []
    for (let i = 0; i < 4; i++) {
      seen.push((await ask('/api/v1/units', '10.8.1.1', `198.51.100.${i}`)).statusCode)
    }
    expect(seen).toEqual([401, 401, 401, 429])
  })
})

describe('the configuration', () => {
  const secret = 'at least thirty-two characters of it'
  const read = (env: Record<string, string>): Config =>
    readConfig({}, { JWT_SECRET: secret, ...env })

  test('trusts no proxy and limits to 1,200 unless told otherwise', () => {
    expect(read({})).toMatchObject({ trustedProxies: [], rateLimit: 1200 })
    expect(read({ TRUSTED_PROXIES: ' 10.0.0.1, fd00::/8 ', RATE_LIMIT: '0' })).toMatchObject({
      trustedProxies: ['10.0.0.1', 'fd00::/8'],
      rateLimit: 0,
    })
  })

  test('takes the address it is known by with a slash at its end or without', () => {
    expect(read({ PUBLIC_URL: 'https://dunghan.example.vn/' }).publicUrl).toBe(
      'https://dunghan.example.vn',
    )
  })

  test('takes a setting from a file, without the line break at its end', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dunghan-settings-'))
    const path = join(folder, 'secret')
    writeFileSync(path, `${secret}, kept in a file\n`)
    const env = { JWT_SECRET_FILE: path }
    expect(readConfig({}, env).jwtSecret).toBe(`${secret}, kept in a file`)
    expect(() => readConfig({}, { ...env, JWT_SECRET: secret })).toThrow(
      'JWT_SECRET and JWT_SECRET_FILE are both set: keep one of them.',
    )
    writeFileSync(path, '\n')
    expect(() => readConfig({}, env)).toThrow(`JWT_SECRET_FILE: ${path} is empty.`)
    rmSync(folder, { recursive: true })
    expect(() => readConfig({}, env)).toThrow(`JWT_SECRET_FILE: cannot read ${path} (ENOENT).`)
  })

  test.each([
    ['TRUSTED_PROXIES', 'proxy.example.vn'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/0'],
    ['RATE_LIMIT', '-1'],
    ['DATABASE_REPLICA_URL', 'mysql://replica/x'],
    ['SMTP_URL', 'https://mail'],
    ['SMTP_URL', 'smtp://user:pass#word@mail'],
  ])('refuses %s=%s in a sentence', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError)
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name}: .{10,}\\.$`))
    expect(() => read({ [name]: '' })).not.toThrow()
  })
})
