import { jobNames } from '@dunghan/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../src/db/transaction.ts'
import type { Job, JobParts } from '../src/jobs/job.ts'
import { createJobQueue } from '../src/jobs/job-queue.ts'
import { runJob } from '../src/jobs/run-job.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { enter } from './support/line.ts'
import { wholeDatabase } from './support/whole-database.ts'

let api: TestApp
const log = { info() {}, warn() {}, error() {} }
const parts = (): JobParts => ({ ...api.deps, stopping: new AbortController().signal })

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

const runsOf = (job: string) =>
  api.deps.database.prisma.jobRun.findMany({ where: { job }, orderBy: { id: 'asc' } })
const troubles = () =>
  api.deps.database.prisma.notification.findMany({ where: { kind: 'system_trouble' } })

describe('a run', () => {
  afterEach(async () => {
    await api.deps.database.prisma.jobRun.deleteMany()
    await api.deps.database.prisma.notification.deleteMany()
  })
  const run = (work: Job['work'], job = 'trial') =>
    runJob(job, { title: 'Thử', schedule: '* * * * *', work }, parts(), log)

  test('is kept with what it did', async () => {
    await run(async () => ({ swept: 3 }))
    expect(await runsOf('trial')).toMatchObject([
      { outcome: 'done', result: { swept: 3 }, startedAt: api.clock.now, endedAt: api.clock.now },
    ])
  })

  test('of those that found nothing to do the latest alone', async () => {
    await run(async () => ({ swept: 1 }))
    for (let round = 0; round < 3; round++) await run(async () => null)
    const runs = await runsOf('trial')
    expect(runs.map(({ outcome, result }) => ({ outcome, result }))).toEqual([
      { outcome: 'done', result: { swept: 1 } },
      { outcome: 'done', result: null },
    ])
  })

  test('that fails says why in one line; after three in a row the admins are told, once a day', async () => {
    const fails = async () => {
      throw new Error('\nno room on the disk\n  at values (secret)')
    }
    await run(fails)
    await run(fails)
    expect(await troubles()).toEqual([])
    await run(fails)
    await run(fails)
    expect((await runsOf('trial')).map(({ error }) => error)).toEqual(
      Array(4).fill('no room on the disk'),
    )
    expect(await troubles()).toMatchObject([
      {
        accountId: api.seed.accounts.admin.id,
        inBell: true,
        byMail: false,
        facts: { note: 'Việc tự động “Thử” đã lỗi 3 lần liên tiếp.' },
      },
    ])
  })

  test('in between that succeeds begins the count anew', async () => {
    const fails = async () => {
      throw new Error('no')
    }
    for (const work of [fails, fails, async () => ({ done: 1 }), fails, fails]) await run(work)
    expect(await troubles()).toEqual([])
  })

  test('that was broken off with its process is known to have failed', async () => {
    const { prisma } = api.deps.database
    await prisma.jobRun.create({
      data: {
        id: '0199e000-0000-7000-8000-000000000001',
        job: 'trial',
        startedAt: api.clock.now,
        outcome: 'running',
      },
    })
    await run(async () => ({ done: 1 }))
    expect(await runsOf('trial')).toMatchObject([
      { outcome: 'failed', error: 'interrupted' },
      { outcome: 'done' },
    ])
  })
})

describe('the queue', () => {
  test('leaves no trace among the tables of the product, and runs each job once when it starts', async () => {
    const before = await wholeDatabase(api.deps.database)
    const ran: string[] = []
    const queue = createJobQueue(api.deps.database, jobNames, undefined, 0.5)
    const run = async (name: string, asked: boolean) => void ran.push(asked ? `${name}!` : name)
    await queue.start(everyJob('0 0 1 1 *'), run)
    await expect.poll(() => ran.length, { timeout: 20_000 }).toBe(jobNames.length)
    expect(ran.toSorted()).toEqual(jobNames.toSorted())
    await queue.request('sweep')
    await expect.poll(() => ran.at(-1), { timeout: 20_000 }).toBe('sweep!')
    await queue.stop()
    expect(await wholeDatabase(api.deps.database)).toEqual(before)
  })

  test('never runs a job while it runs, and what is asked for meanwhile runs once after it', async () => {
    const queue = createJobQueue(api.deps.database, jobNames, undefined, 0.5)
    const held = Promise.withResolvers<void>()
    let atOnce = 0
    let most = 0
    let sweeps = 0
    await queue.start(everyJob('0 0 1 1 *'), async (name) => {
      if (name !== 'sweep') return
      most = Math.max(most, ++atOnce)
      sweeps += 1
      await held.promise
      atOnce -= 1
    })
    await expect.poll(() => sweeps, { timeout: 20_000 }).toBe(1)
    for (let round = 0; round < 5; round++) await queue.request('sweep')
    held.resolve()
    await expect.poll(() => sweeps, { timeout: 20_000 }).toBe(2)
    await queue.stop()
    expect([most, sweeps]).toEqual([1, 2])
  })

  test('is refused inside a transaction, which would wait for it', async () => {
    await expect(
      inTransaction(api.deps.database, () => api.deps.database.queue.executeSql('SELECT 1')),
    ).rejects.toThrow(/only its own client/)
  })

  test('acts go on beside it, and none is caught in a script of its that fails', async () => {
    const specialist = await api.signInAs('specialist')
    const { queue } = api.deps.database
    const broken = () =>
      queue.executeSql('BEGIN; SELECT 1; SELECT 1 / 0; COMMIT').catch(() => 'failed')
    const whole = () => queue.executeSql('BEGIN; SELECT 7 AS seven; COMMIT')
    const answers = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const [, script, entered] = await Promise.all([
          broken(),
          whole(),
          enter(api, specialist, { number: `Q${at}` }),
          broken(),
        ])
        return [script, entered] as const
      }),
    )
    for (const [, entered] of answers) expect(entered.id).toBeTruthy()
    expect(await queue.executeSql('SELECT $1::int AS one', [1])).toMatchObject({
      rows: [{ one: 1 }],
    })
  })
})

describe('the admin', () => {
  test('sees each job, its runs and when it runs next', async () => {
    const admin = await api.signInAs('admin')
    await runJob(
      'digests',
      { title: '', schedule: '', work: async () => ({ mails: 2 }) },
      parts(),
      log,
    )
    const answer = await admin.get('/api/v1/jobs')
    expect(answer.statusCode).toBe(200)
    const { items, mailServed } = answer.json()
    expect(mailServed).toBe(false)
    expect(items.map(({ name }: { name: string }) => name)).toEqual([...jobNames])
    // The clock stands at Monday 9:00 in Việt Nam.
    expect(items.find(({ name }: { name: string }) => name === 'digests')).toMatchObject({
      schedule: '15 7-17 * * *',
      nextRunAt: '2026-11-23T02:15:00.000Z',
      lastRun: { outcome: 'done', result: { mails: 2 } },
      lastFailure: null,
      failures: 0,
    })
  })

  test('sees the next run that does something, past nights and days off', async () => {
    const admin = await api.signInAs('admin')
    // Monday evening; Tuesday 24/11/2026 is a day off.
    api.clock.set('2026-11-23T12:00:00.000Z')
    const { items } = (await admin.get('/api/v1/jobs')).json()
    const next = (name: string) =>
      items.find((job: { name: string }) => job.name === name).nextRunAt
    expect(next('digests')).toBe('2026-11-25T00:15:00.000Z')
    expect(next('send-mail')).toBe('2026-11-25T00:00:00.000Z')
    expect(next('sweep')).toBe('2026-11-23T12:40:00.000Z')
    api.clock.set('2026-11-23T02:00:00.000Z')
  })

  test('has a job run', async () => {
    const admin = await api.signInAs('admin')
    expect((await admin.post('/api/v1/jobs/sweep/run')).statusCode).toBe(202)
    expect((await admin.post('/api/v1/jobs/nothing/run')).statusCode).toBe(400)
  })
})

const everyJob = (schedule: string) =>
  Object.fromEntries(jobNames.map((name) => [name, schedule])) as Record<
    (typeof jobNames)[number],
    string
  >
