import type { Moment } from '@dunghan/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '../src/db/generated/client.ts'
import type { AssignmentFilter } from '../src/modules/assignments/assignment-filter.store.ts'
import { countCells } from '../src/modules/statistics/count-cells.ts'
import { foldCounts } from '../src/modules/statistics/fold-counts.ts'
import { recount, verifyCounts } from '../src/modules/statistics/verify-counts.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { agrees, allGroupings } from './support/kept-counts.ts'
import { insertManyLives } from './support/many-lives.ts'

/* What is kept of counts is what counting one by one gives, whatever way assignments are written. */

const lead = { role: ['lead' as const] }
const begun = Date.parse('2026-11-23T02:00:00Z')
const hour = 3_600_000
/** The instant so many hours after all began, and what today is then. */
const at = (hours: number) => new Date(begun + hours * hour)
const momentOf = (instant: Date): Moment => {
  const day = (days: number) =>
    new Date(instant.getTime() + (7 + days * 24) * hour).toISOString().slice(0, 10)
  return { today: day(0), dueSoonThrough: day(4) }
}

let api: TestApp
let filters: AssignmentFilter[]
beforeAll(async () => {
  api = await startTestApp()
  const { database } = api.deps
  await insertManyLives(database, api.seed, { count: 400, units: 8 })
  const units = await database.prisma.unit.findMany({ orderBy: { code: 'asc' }, take: 2 })
  filters = [
    lead,
    { ...lead, publicOnly: true },
    { ...lead, unitId: units.map(({ id }) => id) },
    { ...lead, unitId: [], publicOnly: true },
    { ...lead, status: ['due_soon', 'completed_late'] },
    { ...lead, kind: ['official_letter'], publicOnly: true },
    { ...lead, issuedFrom: '2025-01-01', issuedTo: '2026-06-30' },
    { ...lead, effectiveDueFrom: '2026-02-01' },
  ]
})
afterAll(() => api.close())

const db = () => api.deps.database.prisma
const fold = (upTo: Date) => foldCounts(api.deps.database, new Date(upTo.getTime() + 30_000))

/** Asks everything; how many of the questions the counts answered. */
async function agree(instant: Date, moment = momentOf(instant), of = filters): Promise<number> {
  let answered = 0
  for (const filter of of) {
    for (const grouping of allGroupings(moment)) {
      if (await agrees(db(), filter, instant, moment, grouping)) answered += 1
    }
  }
  expect(await verifyCounts(api.deps.database)).toEqual([])
  return answered
}

/** Ends the stretches of one in `part` and begins others, as an act does. */
const advance = (part: number, instant: Date, columns: string, values: Prisma.Sql) => db()
  .$executeRaw`
  WITH closed AS (
    UPDATE assignment_period p SET valid_to = GREATEST(valid_from, ${instant}::timestamptz)
     WHERE valid_to IS NULL AND state <> 'withdrawn' AND hashtext(assignment_id::text) % ${part} = 0 RETURNING *
  )
  INSERT INTO assignment_period (assignment_id, version, valid_from, role, task_id, directive_id,
      kind, directed_by_id, drafted_by_id, issued_on, due_on, timeliness, completed_at,
      ${Prisma.raw(columns)})
  SELECT assignment_id, version + 1, valid_to, role, task_id, directive_id, kind, directed_by_id,
         drafted_by_id, issued_on, due_on, COALESCE(timeliness, 'late'), ${instant}::timestamptz,
         ${values} FROM closed`

const unchanged = 'unit_id, state, visibility, effective_due_on, extended'
const changes: ((instant: Date) => Promise<number>)[] = [
  (instant) =>
    advance(
      5,
      instant,
      unchanged,
      Prisma.sql`unit_id, 'completed', visibility, effective_due_on, extended`,
    ),
  (instant) =>
    advance(
      4,
      instant,
      unchanged,
      Prisma.sql`unit_id, 'returned', visibility, effective_due_on, extended`,
    ),
  (instant) =>
    advance(
      3,
      instant,
      unchanged,
      Prisma.sql`unit_id, 'received', visibility, ${instant}::date + (random() * 20)::int, TRUE`,
    ),
  (instant) =>
    advance(
      7,
      instant,
      unchanged,
      Prisma.sql`${api.seed.units.unit.id}::uuid, state, visibility, effective_due_on, extended`,
    ),
  (instant) =>
    advance(
      6,
      instant,
      unchanged,
      Prisma.sql`unit_id, 'submitted', 'internal', effective_due_on, extended`,
    ),
  (instant) =>
    advance(
      9,
      instant,
      `${unchanged}, withdrawn_at, withdrawal_reason`,
      Prisma.sql`unit_id, 'withdrawn', visibility, effective_due_on, extended, ${instant}::timestamptz, 'lý do'`,
    ),
  // No act does these; whoever repairs rows by hand may.
  () =>
    db()
      .$executeRaw`UPDATE assignment_period SET effective_due_on = effective_due_on + 3, valid_from = valid_from - interval '1 hour' WHERE hashtext(task_id::text) % 11 = 0 AND version = 1`,
  () => db().$executeRaw`DELETE FROM assignment_period WHERE hashtext(task_id::text) % 37 = 0`,
  () =>
    db()
      .$executeRaw`UPDATE assignment_period SET role = 'support' WHERE hashtext(task_id::text) % 41 = 0`,
]

test('of all groupings, for the office, the public and units, from the changes alone', async () => {
  // Those by two dimensions at once are counted one by one.
  expect(await agree(at(0))).toBeGreaterThan(60)
  expect(await agree(new Date('2026-06-01T02:00:00Z'))).toBeGreaterThan(30)
})

test('after each change, folded or not, on the same day and on later ones', async () => {
  await fold(at(1))
  for (const [i, change] of changes.entries()) {
    // A day and an hour later each time.
    const instant = at(2 + 25 * i)
    expect(await change(instant), String(i)).toBeGreaterThan(0)
    if (i % 3 === 1) await fold(instant)
    if (i % 3 === 2) await fold(at(25 * i))
    // All and the public's each time, one more by turns; and days pass without anything being done.
    const some = [...filters.slice(0, 2), filters[2 + (i % 6)] ?? lead]
    const later = momentOf(at(2 + 25 * i + 24 * 6))
    expect(await agree(instant, i % 3 ? undefined : later, some)).toBeGreaterThan(20)
  }
  await fold(at(2 + 25 * changes.length))
  const left = await db().assignmentCountChange.count()
  expect(left).toBe(0)
  expect(await agree(at(2 + 25 * changes.length))).toBeGreaterThan(60)
})

test('what lies before the fold, and what was hidden since, is counted one by one', async () => {
  const end = 2 + 25 * changes.length
  const ground = (instant: Date) => ({ at: instant, moment: momentOf(instant), lately: true })
  const grouping = { groupBy: 'unit', basis: 'issued' } as const
  const open = { ...lead, publicOnly: true }
  expect(await agrees(db(), lead, at(30), momentOf(at(30)), grouping)).toBe(false)
  expect((await countCells(db(), lead, ground(at(30)), grouping)).length).toBeGreaterThan(0)
  expect(await agrees(db(), open, at(end), momentOf(at(end)), grouping)).toBe(true)
  await advance(
    2,
    at(end + 1),
    unchanged,
    Prisma.sql`unit_id, 'submitted', 'internal', effective_due_on, extended`,
  )
  expect(await agrees(db(), open, at(end), momentOf(at(end)), grouping)).toBe(false)
  expect(await agrees(db(), open, at(end + 1), momentOf(at(end + 1)), grouping)).toBe(true)
})

test('what is undone leaves nothing; what is kept wrongly is found and counted anew', async () => {
  const end = at(4 + 25 * changes.length)
  const undone = db().$transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM assignment_period WHERE hashtext(task_id::text) % 3 = 0`
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await verifyCounts(api.deps.database)).toEqual([])
  await db()
    .$executeRaw`UPDATE assignment_count SET count = count + 1 WHERE dimension = 'kind' AND class = 'past'`
  expect(await verifyCounts(api.deps.database)).toMatchObject([
    { dimension: 'kind', audience: 'office', key: 'official_letter', class: 'past' },
    { dimension: 'kind', audience: 'public', key: 'official_letter', class: 'past' },
  ])
  await recount(api.deps.database)
  expect(await agree(end)).toBeGreaterThan(60)
  await fold(end)
  expect(await agree(end)).toBeGreaterThan(60)
})

test('of a table that is emptied nothing is kept', async () => {
  await db().$executeRaw`TRUNCATE assignment_period`
  expect(await verifyCounts(api.deps.database)).toEqual([])
  expect(await db().assignmentCount.count()).toBe(0)
  expect(await agree(at(2000))).toBeGreaterThan(60)
})
