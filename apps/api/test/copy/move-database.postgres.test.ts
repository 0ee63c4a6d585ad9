import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { finishCopy } from '../../src/copy/finish-copy.ts'
import { moveDatabase } from '../../src/copy/move-database.ts'
import { moveHome } from '../../src/copy/move-home.ts'
import { withOpened } from '../../src/copy/open-source.ts'
import { postgresCopies } from '../../src/copy/postgres-copies.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { migrationsFolder } from '../../src/db/migrations-folder.ts'
import { type Client, startTestApp } from '../support/app.ts'
import { emptyMachine, tempFolder } from '../support/copies.ts'
import { directiveBody, enter, report } from '../support/line.ts'
import { seededPassword } from '../support/seed.ts'

// Databases are made from nothing: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const known = readMigrations(migrationsFolder)
const { folder, remove } = tempFolder()
afterAll(remove)

test('a database moves to the embedded engine and back to a server, and work goes on', async () => {
  const api = await startTestApp()
  const machine = await emptyMachine()
  const specialist = await api.signInAs('specialist')
  const unit = await api.signInAs('unit')
  const { assignments } = (await enter(api, specialist)).tasks[0]
  const key = { 'idempotency-key': 'b5a6cd06-6d57-4f0c-a8a8-2f2b7c7f4f55' }
  const body = await directiveBody(api, specialist)
  const first = await specialist.post('/api/v1/directives', body, key)
  const signIn = (app: typeof api.app) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { username: 'unit', password: seededPassword },
    })
  const { cookies } = await signIn(api.app)

  const there = join(folder, 'database')
  const onto = machine.config.databaseUrl ?? ''
  const from = postgresCopies(api.databaseUrl ?? '')
  const out = await withOpened(there, (engine) => moveDatabase(from, engine, known))
  const home = { replace: false, known, now: new Date(0), finish: finishCopy }
  const move = { config: { dataDir: folder, databaseUrl: undefined }, to: onto, ...home }
  const back = await moveHome(move)
  expect(back).toEqual({ tables: out, aside: null, remarks: [] })
  expect(out.find(({ name }) => name === 'directive')?.rows).toBe(2)
  await expect(moveHome(move)).rejects.toThrow(/The database to be filled is not empty/)
  expect(readdirSync(folder).sort()).toEqual(['database', 'database.lock'])

  const served = await machine.serve({ ...api, deps: { ...api.deps } })
  const ask = (method: 'GET' | 'POST', url: string, who: Client, payload?: unknown, headers = {}) =>
    served.app.inject({
      method,
      url,
      headers: { ...who.headers, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    })
  // Pressed again after the move: the same answer, and nothing twice.
  const again = await ask('POST', '/api/v1/directives', specialist, body, key)
  expect([again.statusCode, again.json()]).toEqual([201, first.json()])
  expect(await served.deps.database.prisma.directive.count()).toBe(2)
  // A session goes on, and a new one begins.
  const renewed = await served.app.inject({
    method: 'POST',
    url: '/api/v1/session/refresh',
    cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
  })
  expect(renewed.statusCode, renewed.body).toBe(200)
  expect((await signIn(served.app)).statusCode).toBe(200)

  const next = { ...api, app: served.app, deps: { ...served.deps, files: api.deps.files } }
  const clientOf = (who: Client): Client => ({
    ...who,
    post: (url, payload, headers) => ask('POST', url, who, payload, headers),
  })
  const received = await ask('POST', `/api/v1/assignments/${assignments[0].id}/receipt`, unit)
  expect(received.statusCode, received.body).toBe(200)
  await report(next, clientOf(unit), assignments[0].id)
  // What came along lies before whoever listens from now on; what is done now comes after it.
  const [row] = await served.deps.database.prisma.$queryRaw<{ moved: bigint; last: bigint }[]>`
    SELECT min(transaction_id) AS moved, max(transaction_id) AS last FROM event`
  expect(Number(row?.last)).toBeGreaterThan(Number(row?.moved))
  expect(await finishCopy(served.deps.database)).toEqual([])
  await served.close()
  await expect(
    moveHome({ ...move, config: { ...move.config, databaseUrl: onto } }),
  ).rejects.toThrow(/is there already/)
  await api.close()
  await machine.remove()
})

test('neither side may be in use', async () => {
  const api = await startTestApp()
  const machine = await emptyMachine()
  const { databaseUrl = '' } = api
  await api.anonymous.get('/readyz')
  const home = { replace: false, known, now: new Date(0), finish: finishCopy }
  const config = { ...machine.config, databaseUrl }
  await expect(moveHome({ config, to: undefined, ...home })).rejects.toThrow(
    /A server is running on the database/,
  )
  expect(readdirSync(machine.config.dataDir)).toEqual(['database.lock'])
  await api.close()
  await machine.remove()
})
