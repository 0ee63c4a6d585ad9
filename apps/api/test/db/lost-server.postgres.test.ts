import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { DatabaseUnavailable, databaseFault } from '../../src/db/errors.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { openDeps } from '../../src/deps.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const isUnavailable = (error: unknown) => databaseFault(error)?.kind === 'unavailable'

/** Stands between the product and its server: lets all through, or nothing, or hangs up. */
function createGate(target: URL) {
  const sockets = new Set<Socket>()
  let frozen = false
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('data', (data) => {
        if (!frozen) other.write(data)
      })
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  let port = 0
  return {
    async open() {
      frozen = false
      if (!server.listening) await listen(port)
      port = (server.address() as AddressInfo).port
      return port
    },
    freeze() {
      frozen = true
    },
    hangUp() {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

describe('a server that is lost', () => {
  let opened: TestDatabase
  let database: Database
  let gate: ReturnType<typeof createGate>
  /** The server's address through the gate. */
  let near: string

  beforeAll(async () => {
    opened = await createTestDatabase()
    const url = new URL(opened.url as string)
    gate = createGate(url)
    const port = await gate.open()
    near = Object.assign(new URL(url), { hostname: '127.0.0.1', port }).href
    database = await openDatabase({ databaseUrl: near, dataDir: '', poolSize: 3 })
  })
  afterEach(async () => {
    await gate.open()
    await expect.poll(() => answers(), { timeout: 20_000 }).toBe(true)
  })
  afterAll(async () => {
    await database.close()
    await gate.hangUp()
    await opened.close()
  })

  const read = () => database.prisma.$queryRaw`SELECT 1 AS one`
  const answers = () =>
    read().then(
      () => true,
      () => false,
    )
  const verdicts = (calls: Promise<unknown>[]) =>
    Promise.all(calls.map((call) => call.then(() => 'done', isUnavailable)))

  test.each([
    ['frozen', () => gate.freeze()],
    ['hung up', () => gate.hangUp()],
  ])('%s: every call is told so, and all is well when it is back', async (_, lose) => {
    await Promise.all([read(), read(), read()])
    const begun = Promise.withResolvers<void>()
    const lost = Promise.withResolvers<void>()
    const halfway = inTransaction(database, async (tx) => {
      await tx.$executeRaw`INSERT INTO unit (id, code, name, short_name, type, search_text)
        VALUES (gen_random_uuid(), 'halfway', '', '', 'other', '')`
      begun.resolve()
      await lost.promise
      await tx.$executeRaw`INSERT INTO unit (id, code, name, short_name, type, search_text)
        VALUES (gen_random_uuid(), 'other-half', '', '', 'other', '')`
    })
    await begun.promise
    await lose()
    lost.resolve()

    // More than there are connections: those in line must not each wait in turn.
    const many = Array.from({ length: 20 }, () => read())
    expect(await verdicts([halfway, ...many])).toEqual(Array(21).fill(true))
    await expect(halfway).rejects.toBeInstanceOf(DatabaseUnavailable)
    await expect(database.ping()).rejects.toBeInstanceOf(DatabaseUnavailable)

    await gate.open()
    await expect.poll(() => answers(), { timeout: 20_000 }).toBe(true)
    await database.ping()
    expect(await database.prisma.unit.findMany()).toEqual([])
    await Promise.all(Array.from({ length: 20 }, read))
  })

  test('the log of the product is told, once when it is lost and once when it is back', async () => {
    const told: string[] = []
    const note = (first: unknown) => void (typeof first === 'string' && told.push(first))
    const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-lost-'))
    const env = { DATA_DIR: dataDir, DATABASE_URL: near, JWT_SECRET: 'x'.repeat(32) }
    const deps = await openDeps(readConfig({}, env), () => new Date(0), { info: note, warn: note })
    gate.freeze()
    await expect(deps.database.prisma.$queryRaw`SELECT 1`).rejects.toThrow()
    await expect(deps.database.prisma.$queryRaw`SELECT 1`).rejects.toThrow()
    expect(told).toEqual([expect.stringMatching(/does not answer/)])
    await gate.open()
    await expect.poll(() => told.length, { timeout: 20_000 }).toBe(2)
    await deps.database.close()
    rmSync(dataDir, { recursive: true })
  })

  test('a statement that is only slow goes on', async () => {
    const [row] = await database.prisma.$queryRaw<{ slow: string }[]>`
      SELECT pg_sleep(2.5)::text AS slow`
    expect(row).toEqual({ slow: '' })
  })
})
