import { jobNames } from '@dunghan/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../src/db/client.ts'
import { createJobQueue } from '../src/jobs/job-queue.ts'
import { createTestDatabase, type TestDatabase } from './support/database.ts'

/* Several processes on one PostgreSQL. */

let opened: TestDatabase

beforeAll(async () => {
  opened = await createTestDatabase()
})
afterAll(() => opened.close())

test('processes that start at once make one schedule, and each job runs in one of them at a time', async () => {
  const schedules = Object.fromEntries(jobNames.map((name) => [name, '0 0 1 1 *'])) as Record<
    (typeof jobNames)[number],
    string
  >
  const processes = await Promise.all(
    [1, 2, 3].map(async () => {
      const database = await openDatabase({ databaseUrl: opened.url, dataDir: '' })
      return { database, queue: createJobQueue(database, jobNames, undefined, 0.5) }
    }),
  )
  const runs: string[] = []
  const running = new Set<string>()
  let twiceAtOnce = 0
  await Promise.all(
    processes.map(({ queue }) =>
      queue.start(schedules, async (name) => {
        if (running.has(name)) twiceAtOnce += 1
        running.add(name)
        runs.push(name)
        await opened.database.prisma.$queryRaw`SELECT pg_sleep(0.2)::text`
        running.delete(name)
      }),
    ),
  )
  const idle = async () => {
    const { rows } = await opened.database.queue.executeSql(
      "SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'completed' AND name NOT LIKE '\\_\\_%'",
    )
    return rows[0].n
  }
  await expect.poll(idle, { timeout: 30_000 }).toBe(0)
  // Each process asked for each at its start: while one waits, another is not added.
  expect([...new Set(runs)].toSorted()).toEqual(jobNames.toSorted())
  runs.length = 0
  await Promise.all(processes.map(({ queue }) => queue.request('sweep')))
  await processes[0]?.queue.request('sweep')
  await expect.poll(idle, { timeout: 30_000 }).toBe(0)
  expect(runs.length).toBeGreaterThanOrEqual(1)
  expect(runs.length).toBeLessThanOrEqual(2)
  expect(twiceAtOnce).toBe(0)
  const { rows } = await opened.database.queue.executeSql(
    'SELECT name FROM pgboss.schedule ORDER BY name',
  )
  expect(rows.map(({ name }) => name)).toEqual(jobNames.toSorted())
  await Promise.all(processes.map(({ queue }) => queue.stop()))
  await Promise.all(processes.map(({ database }) => database.close()))
})

test('a server that hangs up does not end the process, and jobs go on once it is back', async () => {
  const database = await openDatabase({ databaseUrl: opened.url, dataDir: '' })
  const queue = createJobQueue(database, jobNames, undefined, 0.5)
  let sweeps = 0
  await queue.start(
    Object.fromEntries(jobNames.map((name) => [name, '0 0 1 1 *'])) as never,
    async (name) => {
      if (name === 'sweep') sweeps += 1
    },
  )
  await expect.poll(() => sweeps, { timeout: 20_000 }).toBe(1)
  await opened.database.prisma.$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
     WHERE application_name = 'dunghan-jobs' AND datname = current_database()`
  // Each connection that was cut refuses once.
  const asked = () =>
    queue.request('sweep').then(
      () => true,
      () => false,
    )
  await expect.poll(asked, { timeout: 20_000 }).toBe(true)
  await expect.poll(() => sweeps, { timeout: 20_000 }).toBe(2)
  await queue.stop()
  await database.close()
})
