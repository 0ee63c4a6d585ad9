import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, type Tx } from '../../src/db/transaction.ts'
import { toCivilDate, toDate, toNumber } from '../../src/db/values.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let opened: TestDatabase
const randomId = randomUUID()
const homeZone = process.env.TZ

beforeAll(async () => {
  opened = await createTestDatabase()
  await opened.database.scripts.inTransaction((run) =>
    run(`CREATE TABLE sample (d date, at timestamptz(3), big bigint, n numeric, words text[])`),
  )
})
afterAll(async () => {
  if (homeZone === undefined) delete process.env.TZ
  else process.env.TZ = homeZone
  await opened.close()
})

describe.each([
  ['America/New_York', 300],
  ['Pacific/Kiritimati', -840],
  ['Asia/Ho_Chi_Minh', -420],
])('in %s', (zone, offset) => {
  beforeAll(() => {
    process.env.TZ = zone
    expect(new Date('2026-12-15T12:00:00Z').getTimezoneOffset()).toBe(offset)
  })

  test('sessions run in UTC', async () => {
    const rows = await opened.database.prisma.$queryRaw`SELECT current_setting('timezone') AS zone`
    expect(rows).toEqual([{ zone: 'UTC' }])
  })

  test('a civil date is the same day there and back, in SQL and in models', async () => {
    const { prisma } = opened.database
    for (const day of ['2026-12-15', '2027-01-01', '2028-02-29', '1975-06-01', '9999-12-31']) {
      const date = toDate(day)
      const named = { code: day, name: day, shortName: day, type: 'other', searchText: day }
      const row = { id: randomUUID(), ...named, validFrom: date }
      const saved = await prisma.unit.upsert({ where: { code: day }, create: row, update: {} })
      expect(toCivilDate(saved.validFrom)).toBe(day)
      const rows = await prisma.$queryRaw<{ date: Date; text: string }[]>`
        SELECT valid_from AS date, valid_from::text AS text FROM unit WHERE valid_from = ${day}::date`
      expect(rows.map(({ date, text }) => [toCivilDate(date), text])).toEqual([[day, day]])
      const found = await prisma.unit.findMany({ where: { validFrom: { gte: date, lte: date } } })
      expect(found).toHaveLength(1)
    }
  })

  test('an instant keeps its milliseconds and its place', async () => {
    const { prisma } = opened.database
    const at = new Date('2026-12-15T16:59:59.999Z')
    await prisma.$executeRaw`TRUNCATE sample`
    await prisma.$executeRaw`INSERT INTO sample (at, d) VALUES (${at}, ${'2026-12-15'}::date)`
    const found = await prisma.$queryRaw`SELECT at, at::text AS text FROM sample WHERE at = ${at}`
    expect(found).toEqual([{ at, text: '2026-12-15 16:59:59.999+00' }])
    // What day it is in Việt Nam is asked by name, never of the session.
    expect(
      await prisma.$queryRaw`
        SELECT (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS day,
          to_json(at) #>> '{}' AS json FROM sample`,
    ).toEqual([{ day: '2026-12-15', json: '2026-12-15T16:59:59.999+00:00' }])
  })
})

test('numbers, arrays and JSON come as the table of values.ts says', async () => {
  const { prisma } = opened.database
  const words = ['a,b', 'c"d', 'NULL', '', 'ă {x} \\ y']
  const rows = await prisma.$queryRaw<Record<string, unknown>[]>`
    SELECT 9007199254740993 AS big, count(*) AS n, ${5}::int AS i, 1.50 AS exact,
      ${words}::text[] AS words, ${JSON.stringify({ a: [1, null] })}::jsonb AS json,
      ${['2026-12-15']}::date[] AS days`
  const { exact, ...row } = rows[0] as Record<string, unknown>
  expect(String(exact)).toBe('1.5')
  expect(row).toEqual({
    big: 9007199254740993n,
    n: 1n,
    i: 5,
    words,
    json: { a: [1, null] },
    days: [toDate('2026-12-15')],
  })
  expect(toNumber(1n)).toBe(1)
  expect(() => toNumber(9007199254740993n)).toThrow(RangeError)
  expect(toDate(null)).toBeNull()
  expect(toCivilDate(null)).toBeNull()
})

test('the same inside a transaction and outside, which are read in two ways', async () => {
  const at = new Date('2026-12-15T16:59:59.999Z')
  const read = (db: Tx) => db.$queryRaw`
    SELECT ${at}::timestamptz AS at, ${at}::timestamptz(0) AS whole, ${'2026-12-15'}::date AS day,
      ${7n}::bigint AS big, ${1.5}::float8 AS half, ${2}::int2 AS small, TRUE AS yes, NULL AS nothing,
      ${1.25}::numeric AS exact, '{"a":[1,null]}'::json AS json, 'null'::jsonb AS none, 'a'::varchar AS v,
      ${randomId}::uuid AS id, ARRAY[1, NULL]::int[] AS ints, ARRAY[1, NULL]::bigint[] AS bigs,
      ARRAY['a', NULL, 'NULL'] AS texts, ARRAY[TRUE, FALSE] AS truths, ARRAY[1.5]::float8[] AS halves,
      ARRAY[1.25]::numeric[] AS exacts, ARRAY[${randomId}::uuid] AS ids,
      ARRAY['2026-12-15'::date, NULL] AS days, ARRAY[${at}::timestamptz] AS times,
      ARRAY['{"a":1}'::jsonb] AS objects, ARRAY[]::text[] AS empty, 'name'::name AS name`
  const inside = await inTransaction(opened.database, read)
  expect(await read(opened.database.prisma)).toEqual(inside)
})
