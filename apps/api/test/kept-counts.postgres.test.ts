import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/db/client.ts'
import { inTransaction } from '../src/db/transaction.ts'
import { foldCounts } from '../src/modules/statistics/fold-counts.ts'
import { verifyCounts } from '../src/modules/statistics/verify-counts.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { agrees, allGroupings } from './support/kept-counts.ts'
import { enter, signedFile } from './support/line.ts'

/*
 * On a server where many act while others ask and two processes fold: whatever is kept is what
 * counting one by one gives, at every moment. The time is the machine's own.
 */

let api: TestApp
let other: Database
let specialist: Client
let reviewer: Client
let unit: Client
beforeAll(async () => {
  api = await startTestApp()
  Object.defineProperty(api.clock, 'now', { get: () => new Date() })
  const { dataDir } = api.deps.config
  other = await openDatabase({ databaseUrl: api.databaseUrl, dataDir, poolSize: 4 })
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
})
afterAll(async () => {
  await other?.close()
  await api?.close()
})

const day = (days: number) =>
  new Date(Date.now() + (7 + days * 24) * 3_600_000).toISOString().slice(0, 10)
const lead = { role: ['lead' as const] }

test('while many act, what is kept is what is counted, at every moment', async () => {
  const { units } = api.seed
  const tasks = Array.from({ length: 24 }, (_, i) => ({
    content: `Việc ${i}`,
    dueOn: day(i % 6),
    unitIds: [units.unit.id, units.otherUnit.id],
  }))
  const order = await enter(api, specialist, { issuedOn: day(-1), tasks })
  const own: string[] = order.tasks.map(
    (task: { assignments: { id: string; unit: { code: string } }[] }) =>
      task.assignments.find(({ unit: of }) => of.code === 'so-xay-dung')?.id,
  )
  const file = await signedFile(api, unit)
  const document = { title: 'Báo cáo', number: '1', symbol: 'BC', issuedOn: day(-1) }
  const report = { ...document, signedBy: 'Người ký', summary: '', abstract: '', files: [file] }
  const done = async (answer: Promise<{ statusCode: number; body: string; json(): unknown }>) => {
    const { statusCode, body } = await answer
    expect(statusCode, body).toBeLessThan(300)
    return JSON.parse(body)
  }
  const live = async (id: string, i: number) => {
    const path = `/api/v1/assignments/${id}`
    await done(unit.post(`${path}/receipt`))
    const [sent] = (await done(unit.post(`${path}/reports`, report))).reports
    const verdict = i % 3 ? 'satisfactory' : 'unsatisfactory'
    await done(reviewer.post(`/api/v1/reports/${sent.id}/review`, { verdict, comment: 'Thiếu' }))
    if (i % 6 === 0) await done(reviewer.post(`${path}/withdrawal`, { reason: 'Thu hồi' }))
  }
  const edit = async (n: number) => {
    const path = `/api/v1/directives/${order.id}`
    const { etag } = (await specialist.get(path)).headers
    const visibility = n % 2 ? 'public' : 'internal'
    // Another may have come in between: then nothing is changed.
    await specialist.patch(path, { visibility }, { 'if-match': String(etag) })
  }

  let acting = true
  let answered = 0
  let folded = 0
  const ask = async (n: number) => {
    for (let i = n; acting; i++) {
      await inTransaction(
        i % 2 ? api.deps.database : { prisma: other.prisma },
        async (tx) => {
          // The moment that is looked at begins with the first statement.
          await tx.$queryRaw`SELECT 1`
          const at = new Date()
          const moment = { today: day(i % 4), dueSoonThrough: day((i % 4) + 2) }
          const groupings = allGroupings(moment)
          for (const filter of [
            lead,
            { ...lead, publicOnly: true },
            { ...lead, unitId: [units.unit.id] },
          ]) {
            for (const grouping of [
              groupings[i % groupings.length],
              groupings[(i * 7 + 3) % groupings.length],
            ]) {
              if (grouping && (await agrees(tx, filter, at, moment, grouping))) answered += 1
            }
          }
        },
        { isolationLevel: 'RepeatableRead' },
      )
      if (i % 5 === 0) expect(await verifyCounts(other)).toEqual([])
    }
  }
  const fold = async (database: Pick<Database, 'prisma'>) => {
    // As of now and not of a little ago, so that there is much to fold at any time.
    while (acting) folded += await foldCounts(database, new Date(Date.now() + 29_990))
  }
  const others = [ask(0), ask(1), fold(api.deps.database), fold(other)]
  await Promise.all([
    ...[0, 1, 2, 3].map(async (share) => {
      for (const [i, id] of own.entries()) if (i % 4 === share) await live(id, i)
    }),
    (async () => {
      for (let n = 0; n < 6; n++) await edit(n)
    })(),
  ]).finally(() => {
    acting = false
  })
  await Promise.all(others)
  expect(answered).toBeGreaterThan(20)
  expect(folded).toBeGreaterThan(100)
  expect(await verifyCounts(other)).toEqual([])
  await foldCounts(other, new Date(Date.now() + 60_000))
  expect(await other.prisma.assignmentCountChange.count()).toBe(0)
  expect(await verifyCounts(other)).toEqual([])
})

test('an act that takes long before it commits is counted all the same, once', async () => {
  const { prisma } = api.deps.database
  const counted = async () => {
    const [row] = await prisma.$queryRaw<{ total: number }[]>`
      SELECT (SELECT COALESCE(sum(count), 0) FROM assignment_count
               WHERE dimension = 'kind' AND audience = 'office')::int AS total`
    return row?.total ?? 0
  }
  const before = await counted()
  let commit = () => {}
  const held = new Promise<void>((resolve) => {
    commit = resolve
  })
  let written = () => {}
  const begun = new Promise<void>((resolve) => {
    written = resolve
  })
  const long = inTransaction({ prisma: other.prisma }, async (tx) => {
    await tx.$executeRaw`
      UPDATE assignment_period SET role = 'support'
       WHERE valid_to IS NULL AND unit_id = ${api.seed.units.otherUnit.id}::uuid`
    written()
    await held
  })
  await begun
  const later = () => new Date(Date.now() + 60_000)
  await foldCounts(api.deps.database, later())
  expect(await counted()).toBe(before)
  expect(await verifyCounts(other)).toEqual([])
  commit()
  await long
  expect(await verifyCounts(other)).toEqual([])
  await foldCounts(api.deps.database, later())
  expect(await counted()).toBe(before - 24)
  expect(await verifyCounts(other)).toEqual([])
})
