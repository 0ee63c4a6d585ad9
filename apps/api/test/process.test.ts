import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')
const folders: string[] = []
const running: ChildProcess[] = []

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'dunghan-process-'))
  folders.push(folder)
  return folder
}

/** One that has the database already, without an account: making it takes most of a first start. */
const folderWithDatabase = () => {
  const folder = newFolder()
  const template = inject('databaseTemplate')
  if (template.kind === 'pglite') {
    cpSync(join(template.dataDir, 'database'), join(folder, 'database'), { recursive: true })
  }
  return folder
}

/** The server as an operator starts it. */
function start(env: Record<string, string>, options: string[] = []) {
  const child = spawn(process.execPath, [...options, main], {
    env: { PATH: '', LOG_LEVEL: 'info', ...env },
  })
  running.push(child)
  const seen = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    seen.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    seen.err += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const address = async () => {
    await expect.poll(() => seen.out, { timeout: 50_000 }).toMatch(/is running at http\S+/)
    return /is running at (http\S+)/.exec(seen.out)?.[1] ?? ''
  }
  return { child, seen, ended, address }
}

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const signIn = (address: string, username: string, password: string) =>
  fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })

describe('the process', () => {
  test('starts, shows the first admin once, stops when asked and starts again', async () => {
    const env = { DATA_DIR: newFolder(), PORT: '0' }
    const first = start(env)
    const address = await first.address()
    expect(first.seen.out).toContain(`đang chạy tại ${address}`)
    const [, username = '', password = ''] = /\n {2}(\S+)\n {2}(\S+)\n/.exec(first.seen.out) ?? []
    const session = await signIn(address, username, password)
    expect(session.status).toBe(200)
    const { accessToken, account } = (await session.json()) as {
      accessToken: string
      account: object
    }
    expect(account).toMatchObject({ username: 'admin', roles: ['admin'], mustChangePassword: true })

    const second = start(env)
    expect(await second.ended).toBe(1)
    expect(second.seen.err).toMatch(/^The data folder .* is in use by another running process/)

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(first.seen.err).toBe('')

    const again = start(env)
    const newAddress = await again.address()
    expect(again.seen.out).not.toContain(password)
    expect((await signIn(newAddress, username, password)).status).toBe(200)
    const log = first.seen.out.replace(`  ${password}\n`, '') + again.seen.out
    expect(log).not.toContain(password)
    expect(log).not.toContain(accessToken)
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })

  test('takes the first admin’s name and password from the operator, and does not print them', async () => {
    const password = 'chọn bởi người vận hành'
    const { child, seen, address, ended } = start({
      DATA_DIR: folderWithDatabase(),
      PORT: '0',
      ADMIN_USERNAME: 'quan.tri',
      ADMIN_PASSWORD: password,
    })
    const session = await signIn(await address(), 'quan.tri', password)
    const { account, accessToken } = (await session.json()) as {
      account: object
      accessToken: string
    }
    expect(account).toMatchObject({ mustChangePassword: false })
    expect(seen.out).not.toContain(password)
    // A stream that is open does not keep it from stopping: it ends.
    const headers = { authorization: `Bearer ${accessToken}` }
    const stream = await fetch(`${await address()}/api/v1/events`, { headers })
    expect(stream.status).toBe(200)
    child.kill('SIGTERM')
    expect(await stream.text()).toMatch(/^retry: /)
    expect(await ended).toBe(0)
  })

  test('finishes the request under way when it is asked to stop', async () => {
    const password = 'chọn bởi người vận hành'
    const env = { DATA_DIR: folderWithDatabase(), PORT: '0', ADMIN_PASSWORD: password }
    const { child, seen, address, ended } = start(env)
    const { port } = new URL(await address())
    const body = Buffer.from(JSON.stringify({ username: 'admin', password }))
    const socket = connect(Number(port), '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk
    })
    const closed = once(socket, 'close')
    socket.write(
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
        `Content-Length: ${body.length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`,
    )
    await expect.poll(() => heard, { timeout: 50_000 }).toContain('100 Continue')
    socket.write(body.subarray(0, 10))
    child.kill('SIGTERM')
    await expect.poll(() => seen.out, { timeout: 50_000 }).toContain('"msg":"stopping"')
    socket.write(body.subarray(10))
    await closed
    expect(heard).toContain('HTTP/1.1 200 OK')
    expect(await ended).toBe(0)
  })

  test('ends over a fault that nobody caught, with a word in the log', async () => {
    const fault = `process.on('SIGUSR2', () => void Promise.reject(new Error('a fault of ours')))`
    const { child, seen, address, ended } = start(
      { DATA_DIR: folderWithDatabase(), PORT: '0', ADMIN_PASSWORD: 'chọn bởi người vận hành' },
      ['--import', `data:text/javascript,${encodeURIComponent(fault)}`],
    )
    await address()
    child.kill('SIGUSR2')
    expect(await ended).toBe(1)
    expect(seen.out).toMatch(/"level":60.*a fault of ours.*the process ends over a fault/)
  })

  test('says in one sentence why it cannot start', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const port = String((taken.address() as { port: number }).port)
    const notABundle = join(newFolder(), 'notes.txt')
    writeFileSync(notABundle, 'not a certificate')
    const reached = { HOST: '0.0.0.0', PUBLIC_URL: 'https://giaoviec.example.vn' }
    const unreachable = 'postgresql://nobody@127.0.0.1:1/nothing'
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: 'seven' }, /^Configuration: PORT: /],
      [{ DATABASE_URL: unreachable }, /^Configuration: JWT_SECRET is required/],
      [
        { DATABASE_URL: unreachable, JWT_SECRET: 'x'.repeat(32) },
        /^The database does not answer: check DATABASE_URL/,
      ],
      [
        { DATABASE_URL: 'postgresql://nobody@no-such-host.invalid/x', JWT_SECRET: 'x'.repeat(32) },
        /^The database does not answer: check DATABASE_URL/,
      ],
      [{ ADMIN_USERNAME: 'Tên sai!' }, /^Configuration: ADMIN_USERNAME: /],
      [{ ADMIN_PASSWORD: 'admin-admin-admin' }, /^Configuration: ADMIN_PASSWORD: /],
      [{ TRUSTED_ROOTS: '/nowhere/roots.pem' }, /^Cannot use \/nowhere\/roots\.pem \(ENOENT\)/],
      [
        { TRUSTED_ROOTS: notABundle },
        /^Configuration: TRUSTED_ROOTS: .*holds no certificate in PEM/,
      ],
      [{ HOST: '0.0.0.0' }, /^Configuration: PUBLIC_URL is required when HOST is 0\.0\.0\.0/],
      [
        { HOST: '0.0.0.0', PUBLIC_URL: 'http://giaoviec.example.vn' },
        /^Configuration: PUBLIC_URL must begin with https/,
      ],
      [{ ...reached, JWT_SECRET: 'x'.repeat(32) }, /^Configuration: JWT_SECRET can be guessed/],
      [{ ...reached, ADMIN_PASSWORD: 'matkhau2026' }, /^Configuration: ADMIN_PASSWORD is among/],
      [{ DATA_DIR: join(notABundle, 'data') }, /^Cannot use .*notes\.txt.* \(ENOTDIR\)/],
      [{ PORT: port }, new RegExp(`^Port ${port} on 127.0.0.1 is already in use`)],
    ]
    await Promise.all(
      cases.map(async ([env, sentence]) => {
        const { seen, ended } = start({ DATA_DIR: folderWithDatabase(), PORT: '0', ...env })
        expect(await ended).toBe(1)
        expect(seen.err).toMatch(sentence)
        expect(seen.err.trim().split('\n')).toHaveLength(1)
      }),
    )
    taken.close()
  })
})
