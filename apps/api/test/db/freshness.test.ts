import { setImmediate } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFreshness } from '../../src/db/freshness.ts'
import { inTransaction, type Tx } from '../../src/db/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let opened: TestDatabase

beforeAll(async () => {
  opened = await createTestDatabase()
})
afterAll(() => opened.close())

const recordedOn = '2026-11-23T02:00:00Z'
const clock = () => new Date('2026-11-23T03:00:00Z')

const record = (db: Tx) =>
  db.event.create({
    data: {
      id: newId(),
      at: new Date(recordedOn),
      type: 'settings.changed',
      subject: 'settings',
      subjectId: newId(),
      requestId: newId(),
    },
  })

test('a mark is another after something was put on record, and only then', async () => {
  const { prisma } = opened.database
  const { mark } = createFreshness(opened.database, clock)
  const first = await mark()
  expect(await mark()).toBe(first)
  await record(prisma)
  const second = await mark()
  expect(second).not.toBe(first)
  expect(await mark()).toBe(second)
  // What leaves no row of history is nobody's news.
  await prisma.jobRun.create({
    data: { id: newId(), job: 'sweep', startedAt: new Date(0), outcome: 'done' },
  })
  expect(await mark()).toBe(second)
})

test('what was undone changes nothing', async () => {
  const { mark } = createFreshness(opened.database, clock)
  const before = await mark()
  const undone = new Error('undone')
  const attempt = inTransaction(opened.database, async (tx) => {
    await record(tx)
    throw undone
  })
  await expect(attempt).rejects.toBe(undone)
  expect(await mark()).toBe(before)
})

test('many who ask at once share one question, begun after they came', async () => {
  const { mark } = createFreshness(opened.database, clock)
  await mark()
  const statements = await opened.countStatements(async () => {
    await Promise.all(Array.from({ length: 100 }, mark))
  })
  expect(statements).toBe(1)

  const before = await mark()
  const questions = await opened.countStatements(async () => {
    const first = mark()
    // By the second turn it is under way.
    await setImmediate()
    await setImmediate()
    await Promise.all([first, ...Array.from({ length: 100 }, mark)])
  })
  expect(questions).toBe(2)
  expect(await mark()).toBe(before)
})

test('a question that fails is the failure of those who asked it, not of those after', async () => {
  let fails = true
  const prisma = new Proxy(opened.database.prisma, {
    get: (target, name) =>
      name === '$queryRaw' && fails
        ? () => Promise.reject(new Error('gone'))
        : Reflect.get(target, name),
  })
  const { mark } = createFreshness({ prisma }, clock)
  await expect(mark()).rejects.toThrow('gone')
  fails = false
  expect(await mark()).toBe(await mark())
})

test('what another clock dated ahead is news until this clock has passed it', async () => {
  let now = new Date('2026-11-23T01:59:59.950Z')
  const { mark } = createFreshness(opened.database, () => now)
  const marks = [await mark(), await mark()]
  expect(marks[1]).not.toBe(marks[0])
  now = new Date('2026-11-23T02:00:00.050Z')
  const passed = await mark()
  expect(passed).not.toBe(marks[1])
  expect(await mark()).toBe(passed)
})
