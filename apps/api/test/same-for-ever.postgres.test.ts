import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseUnavailable } from '../src/db/errors.ts'
import { allRecorded, beginRecording } from '../src/db/recording.ts'
import { inTransaction } from '../src/db/transaction.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, signedFile } from './support/line.ts'

/*
 * The same on a server where many act at the very moment others ask, by clocks that go on: here the
 * time is the machine's own, since it is what acts and questions race against.
 */

let api: TestApp
let specialist: Client
let reviewer: Client
let unit: Client
beforeAll(async () => {
  api = await startTestApp()
  Object.defineProperty(api.clock, 'now', { get: () => new Date() })
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const urls = [
  '/api/v1/statistics?groupBy=status',
  '/api/v1/statistics?groupBy=unit&units=by_successor',
  '/api/v1/statistics/compliance?subject=report_entry',
  '/api/v1/statistics/compliance?subject=review',
  '/api/public/v1/statistics?groupBy=month',
]
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const yesterday = () => new Date(Date.now() - 17 * 3_600_000).toISOString().slice(0, 10)

test('answers given while others act are the same when asked for again', async () => {
  const lives: string[] = []
  const tasks = Array.from({ length: 20 }, (_, i) => ({
    content: `Việc ${i}`,
    dueOn: today(),
    unitIds: [api.seed.units.unit.id, api.seed.units.otherUnit.id],
  }))
  const order = await enter(api, specialist, { issuedOn: yesterday(), tasks })
  for (const task of order.tasks) {
    for (const { id, unit: of } of task.assignments) if (of.code === 'so-xay-dung') lives.push(id)
  }
  const file = await signedFile(api, unit)
  let acting = true
  const live = async (id: string) => {
    const path = `/api/v1/assignments/${id}`
    await unit.post(`${path}/receipt`)
    const document = { title: 'Báo cáo', number: '1', symbol: 'BC', issuedOn: yesterday() }
    const body = { ...document, signedBy: 'Người ký', summary: '', abstract: '', files: [file] }
    const sent = await unit.post(`${path}/reports`, body)
    expect(sent.statusCode, sent.body).toBe(201)
    const [report] = sent.json().reports
    const verdict = { verdict: 'satisfactory' }
    const reviewed = await reviewer.post(`/api/v1/reports/${report.id}/review`, verdict)
    expect(reviewed.statusCode, reviewed.body).toBeLessThan(300)
    const verdicts = (await reviewer.get(`${path}/history`)).json().items
    expect(verdicts.at(-1).at).toBe(reviewed.json().completedAt)
    await reviewer.post(`${path}/reopening`, { reason: 'Xem lại' })
    await reviewer.post(`${path}/withdrawal`, { reason: 'Thu hồi' })
  }
  const answers: { url: string; asOf: string; body: string }[] = []
  const ask = async (i: number) => {
    for (let n = i; acting; n++) {
      const url = urls[n % urls.length] as string
      const answer = await reviewer.get(url)
      expect(answer.statusCode, answer.body).toBe(200)
      answers.push({ url, asOf: answer.json().asOf, body: answer.body })
    }
  }
  const asking = [0, 1, 2].map(ask)
  const shares = [0, 1, 2, 3].map(async (share) => {
    for (const id of lives.filter((_, i) => i % 4 === share)) await live(id)
  })
  await Promise.all(shares)
  acting = false
  await Promise.all(asking)
  expect(answers.length).toBeGreaterThan(20)
  // Many answers differ: something happened between the questions.
  expect(
    new Set(answers.map(({ body }) => body.replace(/"asOf":"[^"]*"/, ''))).size,
  ).toBeGreaterThan(8)
  for (const { url, asOf, body } of answers) {
    const again = await reviewer.get(`${url}${url.includes('?') ? '&' : '?'}asOf=${asOf}`)
    expect(again.body, `${url} ${asOf}`).toBe(body)
  }
})

test('a question waits for an act under way, and no longer; an act never waits for a question', async () => {
  const url = urls[0] as string
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let begun = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const long = inTransaction(api.deps.database, async (tx) => {
    await beginRecording(tx, () => new Date())
    begun()
    await held
  })
  await started
  let answered = false
  const question = reviewer.get(url).then((answer) => {
    answered = true
    return answer
  })
  // About an instant long past nobody waits, and others act while the question does.
  expect((await reviewer.get(`${url}&asOf=2020-01-01`)).statusCode).toBe(200)
  const entered = await enter(api, specialist, { issuedOn: yesterday() })
  expect(entered.id).toBeTruthy()
  await sleep(50)
  expect(answered).toBe(false)
  const { database, clock } = api.deps
  const impatient = allRecorded(database.prisma, new Date(), clock, 10)
  await expect(impatient).rejects.toBeInstanceOf(DatabaseUnavailable)
  release()
  await long
  expect((await question).statusCode).toBe(200)
  expect(answered).toBe(true)
})

test('what changes the ground for others waits for them, and they for it', async () => {
  const order: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let begun = () => {}
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const record = (name: string, alone: boolean, work = async () => {}) =>
    inTransaction(api.deps.database, async (tx) => {
      await beginRecording(tx, () => new Date(), { alone })
      order.push(name)
      await work()
    })
  const first = record('act', false, () => {
    begun()
    return held
  })
  await started
  const alone = record('alone', true)
  await waiting(1)
  const second = record('act after it', false)
  await waiting(2)
  expect(order).toEqual(['act'])
  release()
  await Promise.all([first, alone, second])
  expect(order).toEqual(['act', 'alone', 'act after it'])
})

/** Resolves once so many wait for a lock that another act holds. */
async function waiting(many: number): Promise<void> {
  for (;;) {
    const [row] = await api.deps.database.prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks
       WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    if ((row?.count ?? 0) >= many) return
    await sleep(5)
  }
}
