import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobNames } from '@dunghan/contract'
import {
  assignmentStates,
  assignmentStatuses,
  createWorkCalendar,
  directiveKinds,
  timelinesses,
  visibilities,
} from '@dunghan/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword, demoUnitAccount } from '../../../prisma/demo/people.ts'
import type { Ctx } from '../src/context.ts'
import { createFreshness } from '../src/db/freshness.ts'
import { buildProvince } from '../src/demo/build-province.ts'
import { ensureProvince } from '../src/demo/ensure-province.ts'
import { planProvince } from '../src/demo/plan-province.ts'
import type { Played } from '../src/demo/play-story.ts'
import type { Deps } from '../src/deps.ts'
import { createFolderStore, incomingFolder } from '../src/files/folder-store.ts'
import { createJobQueue } from '../src/jobs/job-queue.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { verifyPassword } from '../src/modules/accounts/password-hash.ts'
import { createRulebooks } from '../src/modules/calendar/rulebooks.ts'
import { createEventTail } from '../src/modules/events/event-tail.ts'
import { statisticsService } from '../src/modules/statistics/statistics.service.ts'
import { createTestDatabase, type TestDatabase } from './support/database.ts'

const until = new Date('2026-11-23T09:00:00Z')
const size = { until, directives: 60 }

describe('the made-up province', () => {
  let opened: TestDatabase
  let deps: Deps
  let played: Played
  const folder = mkdtempSync(join(tmpdir(), 'dunghan-demo-'))

  beforeAll(async () => {
    opened = await createTestDatabase()
    deps = depsOver(opened, folder)
    played = await buildProvince(deps, size)
  }, 300_000)

  afterAll(async () => {
    await opened?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The one column of a query. */
  const column = async (sql: string): Promise<unknown[]> =>
    ((await deps.database.prisma.$queryRawUnsafe(sql)) as object[]).map(
      (row) => Object.values(row)[0],
    )
  const present = (name: string) =>
    column(
      `SELECT DISTINCT ${name} FROM assignment_period WHERE valid_to IS NULL AND ${name} IS NOT NULL`,
    )
  const count = async (groupBy: 'status' | 'unit' | 'month') => {
    const [account] = await deps.database.prisma.account.findMany({
      where: { username: 'tonghop' },
    })
    const ctx: Ctx = {
      actor: { accountId: account?.id ?? '', roles: ['coordinator'], unitId: null, sessionId: '' },
      now: until,
      clock: () => until,
      requestId: 'test',
      language: 'vi',
      idempotency: null,
    }
    return statisticsService(deps).count(ctx, { groupBy, basis: 'issued', units: 'as_assigned' })
  }

  test('has every state, status, class, kind and visibility', async () => {
    expect((await present('state')).sort()).toEqual([...assignmentStates].sort())
    expect((await present('timeliness')).sort()).toEqual([...timelinesses].sort())
    expect((await present('role')).sort()).toEqual(['lead', 'support'])
    expect((await present('kind')).sort()).toEqual([...directiveKinds].sort())
    expect((await present('visibility')).sort()).toEqual([...visibilities].sort())
    const { totals } = await count('status')
    for (const status of assignmentStatuses)
      expect(totals.counts[status], status).toBeGreaterThan(0)
  })

  test('counts the same whichever way it is grouped', async () => {
    const [byStatus, byUnit, byMonth] = await Promise.all([
      count('status'),
      count('unit'),
      count('month'),
    ])
    expect(byUnit.totals).toEqual(byStatus.totals)
    expect(byMonth.totals).toEqual(byStatus.totals)
    const withdrawn = await column(
      `SELECT count(*)::int FROM assignment_period WHERE valid_to IS NULL AND role = 'lead' AND state = 'withdrawn'`,
    )
    expect(byStatus.totals.total + Number(withdrawn[0])).toBe(played.assignments)
  })

  test('puts dates off, and hands over what the districts had not settled', async () => {
    const of = (type: string) => column(`SELECT count(*)::int FROM event WHERE type = '${type}'`)
    for (const type of ['extension_requested', 'extension_decided', 'unit_succeeded']) {
      expect((await of(`assignment.${type}`))[0], type).toBeGreaterThan(0)
    }
    expect(
      await column(`SELECT p.assignment_id FROM assignment_period p JOIN unit u ON u.id = p.unit_id
        WHERE p.valid_to IS NULL AND u.type = 'district'
          AND p.state IN ('assigned', 'received', 'submitted', 'returned')`),
      'a district owes nothing any more',
    ).toEqual([])
  })

  test('keeps every date in its place', async () => {
    expect(
      await column(`SELECT a.id FROM assignment a
        LEFT JOIN assignment_period p ON p.assignment_id = a.id AND p.valid_to IS NULL
        GROUP BY a.id, a.version HAVING count(p.*) <> 1 OR max(p.version) <> a.version`),
      'each assignment has one present',
    ).toEqual([])
    expect(
      await column(`SELECT p.assignment_id FROM assignment_period p
        LEFT JOIN assignment_period n ON n.assignment_id = p.assignment_id AND n.version = p.version + 1
        WHERE p.valid_to IS DISTINCT FROM n.valid_from`),
      'one stretch of a life begins where the one before ends',
    ).toEqual([])
    expect(
      await column(`SELECT id FROM event WHERE at > '${until.toISOString()}'`),
      'nothing has happened after the present',
    ).toEqual([])
    expect(
      await column(`SELECT id FROM (
        SELECT id, at, lag(at) OVER (ORDER BY sequence) AS before FROM event) AS e WHERE at < before`),
      'the history is in the order of time',
    ).toEqual([])
  })

  test('begins every life with being given', async () => {
    const begins = await column(`SELECT DISTINCT type FROM (
      SELECT type, row_number() OVER (PARTITION BY assignment_id ORDER BY sequence) AS place
        FROM event WHERE assignment_id IS NOT NULL) AS e WHERE place = 1`)
    expect(begins).toEqual(['assignment.assigned'])
    // Asking for a later date changes nothing yet, nor does being told no.
    expect(
      await column(`SELECT a.id FROM assignment a LEFT JOIN event e ON e.assignment_id = a.id
          AND e.type <> 'assignment.extension_requested'
          AND COALESCE(e.after->>'decision', '') <> 'rejected'
        GROUP BY a.id, a.version HAVING count(e.*) <> a.version`),
      'and each stretch with an event',
    ).toEqual([])
  })

  test('has late and timely entries and reviews, and files that are there', async () => {
    const sides = (sql: string) => column(sql).then((found) => found.sort())
    expect(await sides('SELECT DISTINCT submitted_at < entry_deadline_at FROM report')).toEqual([
      false,
      true,
    ])
    expect(
      await sides(
        'SELECT DISTINCT v.reviewed_at < r.review_due_at FROM review v JOIN report r ON r.id = v.report_id',
      ),
    ).toEqual([false, true])
    for (const sha256 of await column('SELECT DISTINCT sha256 FROM file')) {
      expect(await deps.files.stat(String(sha256))).not.toBeNull()
    }
    const signed = await column(
      `SELECT count(*)::int FROM file WHERE signatures->0->>'valid' = 'true'`,
    )
    expect(signed[0]).toBeGreaterThan(0)
  })

  test('says that it is made up', async () => {
    const silent = await column(
      `SELECT id FROM directive WHERE abstract NOT LIKE '%Dữ liệu minh họa%'`,
    )
    expect(silent).toEqual([])
  })

  test('lets in one account of each role, and nobody else', async () => {
    const open = await deps.database.prisma.account.findMany({
      where: { mustChangePassword: false },
    })
    expect(open.flatMap(({ roles }) => roles).sort()).toEqual([
      'admin',
      'coordinator',
      'leader',
      'reviewer',
      'specialist',
      'unit',
    ])
    for (const { passwordHash } of open) {
      expect(await verifyPassword(passwordHash, demoPassword)).toBe(true)
    }
    expect(open.map(({ username }) => username)).toContain(demoUnitAccount)
  })

  test('has told everybody what happened, and left a few things to read', async () => {
    const bells = await deps.database.prisma.$queryRaw<{ told: number; unread: number }[]>`
      SELECT count(*)::int AS told, count(*) FILTER (WHERE read_at IS NULL)::int AS unread
        FROM notification GROUP BY account_id ORDER BY 1 DESC`
    expect(bells.length).toBeGreaterThan(20)
    expect(bells[0]?.told).toBeGreaterThan(50)
    expect(bells[0]?.unread).toBeGreaterThan(0)
    expect(Math.max(...bells.map(({ unread }) => unread))).toBeLessThanOrEqual(4)
  })

  test('is built once', async () => {
    const before = await deps.database.prisma.event.count()
    await ensureProvince(deps, size)
    expect(await deps.database.prisma.event.count()).toBe(before)
  })
})

test('the story is the same each time it is told', () => {
  const calendar = createWorkCalendar()
  expect(planProvince(calendar, size)).toEqual(planProvince(calendar, size))
  expect(planProvince(calendar, { ...size, seed: 2 })).not.toEqual(planProvince(calendar, size))
})

function depsOver({ database }: TestDatabase, folder: string): Deps {
  const clock = () => until
  return {
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      databaseUrl: undefined,
      publicUrl: 'http://localhost:3000',
      trustedProxies: [],
      rateLimit: 0,
      keptAnswersMiB: 0,
      jwtSecret: 'a secret of tests, at least thirty-two characters',
      admin: { username: 'admin', password: undefined },
      slowQueryMs: 0,
      trustedRoots: undefined,
      logLevel: 'silent',
    },
    clock,
    database,
    files: createFolderStore(folder),
    incomingDir: incomingFolder(folder),
    trustedRoots: [],
    rulebooks: createRulebooks(database, clock),
    freshness: createFreshness(database, clock),
    jobs: createJobQueue(database, jobNames),
    events: createEventTail(database, clock),
    metrics: createMetrics(),
  }
}
