import { momentAt } from '@dunghan/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '../src/db/generated/client.ts'
import { complianceStore } from '../src/modules/statistics/compliance.store.ts'
import { statisticsStore } from '../src/modules/statistics/statistics.store.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { insertManyLives } from './support/many-lives.ts'

/*
 * What the product asks of the database about many assignments, beside what a person would write by
 * hand for the same question, in the same run. Told, not judged: no test fails on a clock. What is
 * judged is that both count the same.
 */

/** More take long to make up: `FIGURES_COUNT=200000` for figures worth quoting. */
const count = Number(process.env.FIGURES_COUNT ?? 6000)

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
  await insertManyLives(api.deps.database, api.seed, { count })
}, 600_000)
afterAll(() => api.close())

const lead = { role: ['lead' as const] }
const past = new Date('2025-11-22T16:59:59.999Z')
const months = { issuedFrom: '2025-03-01', issuedTo: '2025-08-31' }

const statusByHand = (today: string, through: string) => Prisma.sql`CASE
  WHEN state = 'submitted' THEN 'awaiting_review' WHEN state = 'completed' THEN 'completed_' || timeliness
  WHEN effective_due_on < ${today}::date THEN 'overdue'
  WHEN effective_due_on <= ${through}::date THEN 'due_soon' ELSE 'in_progress' END`

const byHand = (at: Date, status: Prisma.Sql, more = Prisma.empty) => Prisma.sql`
  SELECT unit_id::text AS key, ${status} AS status, count(*)::int AS count,
         count(*) FILTER (WHERE state = 'returned') AS returned,
         count(*) FILTER (WHERE state = 'assigned') AS not_received,
         count(*) FILTER (WHERE extended) AS extended
    FROM assignment_period
   WHERE valid_from <= ${at}::timestamptz AND (valid_to IS NULL OR valid_to > ${at}::timestamptz)
     AND role = 'lead' AND state <> 'withdrawn' ${more}
   GROUP BY unit_id, 2`

async function timed<T>(name: string, ask: () => Promise<T>): Promise<{ answer: T; best: number }> {
  let best = Number.POSITIVE_INFINITY
  let answer = await ask()
  for (let i = 0; i < 5; i++) {
    const before = performance.now()
    answer = await ask()
    best = Math.min(best, performance.now() - before)
  }
  told.push(`${name}: ${best.toFixed(1)} ms`)
  return { answer, best }
}

const told: string[] = []
afterAll(() => {
  if (process.env.FIGURES_COUNT) process.stdout.write(`${told.join('\n')}\n`)
})

type Counted = { key: string | null; count: number }[]
const sums = (cells: Counted) =>
  [...Map.groupBy(cells, ({ key }) => key)]
    .map(([key, own]) => `${key} ${own.reduce((sum, one) => sum + one.count, 0)}`)
    .sort()

test.each([
  ['now', new Date('2026-11-23T02:00:00Z'), {}],
  ['a year ago', past, {}],
  ['a year ago, some months', past, months],
] as const)('figures by unit, %s', async (name, at, narrowed) => {
  const { prisma } = api.deps.database
  const { calendar, settings } = await api.deps.rulebooks.current()
  const moment = momentAt(calendar, at, settings.dueSoonDays)
  const filter = { ...lead, ...narrowed, asOf: at }
  const more =
    'issuedFrom' in narrowed
      ? Prisma.sql`AND issued_on BETWEEN ${months.issuedFrom}::date AND ${months.issuedTo}::date`
      : Prisma.empty
  const status = statusByHand(moment.today, moment.dueSoonThrough)
  const grouping = { groupBy: 'unit', basis: 'issued', lately: at > past } as const
  const ours = await timed(`${name}, ours`, () =>
    statisticsStore(prisma).listCells(filter, moment, grouping),
  )
  const theirs = await timed(
    `${name}, by hand`,
    () => prisma.$queryRaw<Counted>`${byHand(at, status, more)}`,
  )
  expect(sums(ours.answer)).toEqual(sums(theirs.answer))
  expect(ours.answer.length).toBeGreaterThan(100)
})

test('compliance of reviews', async () => {
  const { prisma } = api.deps.database
  const ours = await timed('reviews, ours', () =>
    complianceStore(prisma).listCells('review', { asOf: past, groupBy: 'unit' }),
  )
  const theirs = await timed(
    'reviews, by hand',
    () =>
      prisma.$queryRaw<Counted>`
      SELECT r.unit_id::text AS key, count(*)::int AS count,
             count(*) FILTER (WHERE v.reviewed_at < r.review_due_at) AS in_time
        FROM report r LEFT JOIN review v ON v.report_id = r.id AND v.reviewed_at <= ${past}::timestamptz
       WHERE r.recorded_at <= ${past}::timestamptz AND r.assignment_id NOT IN (
             SELECT assignment_id FROM assignment_period WHERE state = 'withdrawn')
       GROUP BY r.unit_id`,
  )
  expect(sums(ours.answer)).toEqual(sums(theirs.answer))
})

test('compliance of entries', async () => {
  const { prisma } = api.deps.database
  const ours = await timed('entries, ours', () =>
    complianceStore(prisma).listCells('directive_entry', { asOf: past, groupBy: 'specialist' }),
  )
  const theirs = await timed(
    'entries, by hand',
    () =>
      prisma.$queryRaw<Counted>`
      SELECT drafted_by_id::text AS key, count(*)::int AS count,
             count(*) FILTER (WHERE recorded_at < entry_deadline_at) AS in_time
        FROM directive WHERE recorded_at <= ${past}::timestamptz
             AND (withdrawn_at IS NULL OR withdrawn_at > ${past}::timestamptz)
       GROUP BY drafted_by_id`,
  )
  expect(sums(ours.answer)).toEqual(sums(theirs.answer))
})
