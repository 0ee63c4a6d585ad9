import { assignmentStates, momentAt } from '@dunghan/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '../src/db/generated/client.ts'
import { inTransaction, type Tx } from '../src/db/transaction.ts'
import { deadlineNoticeStore } from '../src/jobs/deadline-notices.store.ts'
import type { AssignmentFilter } from '../src/modules/assignments/assignment-filter.store.ts'
import type { AssignmentSort, SortKey } from '../src/modules/assignments/assignment-sort.store.ts'
import { assignmentStore } from '../src/modules/assignments/assignments.store.ts'
import { sharingStore } from '../src/modules/sharing/sharing.store.ts'
import { statisticsStore } from '../src/modules/statistics/statistics.store.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { insertManyAssignments } from './support/many-assignments.ts'

/*
 * How the database would go about a list. Sorting and reading whole tables are forbidden to it, so
 * that it does either only where no index serves: the plan says so, whatever the figures are.
 */

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Node[]
}

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
  await insertManyAssignments(api.deps.database, api.seed, 3000)
})
afterAll(() => api.close())

/** The nodes of the plan of what a store asks. @param allowed of what is else forbidden */
function planOf(
  ask: (db: Tx) => Promise<unknown>,
  allowed: readonly string[] = [],
): Promise<Node[]> {
  return inTransaction(api.deps.database, async (tx) => {
    const forbidden = ['sort', 'seqscan', 'bitmapscan', 'hashjoin', 'mergejoin']
    for (const what of forbidden.filter((one) => !allowed.includes(one))) {
      await tx.$executeRawUnsafe(`SET LOCAL enable_${what} = off`)
    }
    const plans: Node[] = []
    const explaining = {
      async $queryRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) {
        const asked = 'raw' in query ? Prisma.sql(query, ...values) : query
        const [row] = await tx.$queryRaw<
          { 'QUERY PLAN': { Plan: Node }[] }[]
        >`EXPLAIN (FORMAT JSON) ${asked}`
        if (row) plans.push(...row['QUERY PLAN'].map(({ Plan }) => Plan))
        return []
      },
    }
    await ask(explaining as unknown as Tx)
    return plans.flatMap(nodesOf)
  })
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
const moment = () => momentAt2026
let momentAt2026: ReturnType<typeof momentAt>
beforeAll(async () => {
  const { calendar, settings } = await api.deps.rulebooks.current()
  momentAt2026 = momentAt(calendar, api.clock.now, settings.dueSoonDays)
})

const indexOf = (nodes: Node[]) =>
  nodes.find((node) => node['Relation Name'] === 'assignment_period')?.['Index Name']
const slow = (nodes: Node[]) =>
  nodes.map((node) => node['Node Type']).filter((type) => /Sort|Seq Scan/.test(type))

const lead: AssignmentFilter = { role: ['lead'] }
const open: AssignmentFilter = { ...lead, publicOnly: true }
const id = '01a00000-0000-7000-8000-000000000000'
const at = '2026-06-01T02:00:00.000Z'

const lists: [string, AssignmentSort, () => AssignmentFilter, SortKey, string][] = [
  ['all', 'dueOn', () => lead, ['2026-06-01', id], 'due_idx'],
  ['all', '-dueOn', () => lead, ['2026-06-01', id], 'due_idx'],
  ['all', '-issuedOn', () => lead, ['2026-06-01', id], 'issued_idx'],
  ['all', 'submittedAt', () => lead, [at, id], 'submitted_idx'],
  ['all, those never reported on', 'submittedAt', () => lead, [null, id], 'submitted_idx'],
  ['all', '-submittedAt', () => lead, [at, id], 'last_submitted_idx'],
  ['all, those never reported on', '-submittedAt', () => lead, [null, id], 'last_submitted_idx'],
  ['what is public', 'dueOn', () => open, ['2026-06-01', id], 'due_idx'],
  [
    'what is overdue',
    'dueOn',
    () => ({ ...lead, status: ['overdue'] }),
    ['2026-06-01', id],
    'open_idx',
  ],
  [
    'what is overdue or due soon',
    'dueOn',
    () => ({ ...open, status: ['overdue', 'due_soon'] }),
    ['2026-06-01', id],
    'open_idx',
  ],
  [
    'what waits for a verdict',
    'submittedAt',
    () => ({ ...lead, status: ['awaiting_review'] }),
    [at, id],
    'waiting_idx',
  ],
  [
    'one unit',
    'dueOn',
    () => ({ ...lead, unitId: [api.seed.units.unit.id] }),
    ['2026-06-01', id],
    'unit_due_idx',
  ],
]

describe('an index gives the order of', () => {
  test.each(lists)('%s by %s', async (_name, sort, filter, key, index) => {
    for (const after of [null, key]) {
      const nodes = await planOf((db) =>
        assignmentStore(db).list(filter(), moment(), { sort, after, limit: 51 }),
      )
      expect(slow(nodes)).toEqual([])
      expect(indexOf(nodes)).toBe(`assignment_period_${index}`)
    }
  })
})

test('what changed since an instant is found by when it changed', async () => {
  const filter = { ...open, changedSince: new Date('2026-11-10T00:00:00.000Z') }
  const nodes = await planOf((db) => assignmentStore(db).count(filter, moment()))
  expect(indexOf(nodes)).toBe('assignment_period_changed_idx')
})

test('what changed last is read backwards from the newest change, and no further', async () => {
  const filter = { ...open, state: [...assignmentStates] }
  for (const asked of [open, filter]) {
    const nodes = await planOf((db) => assignmentStore(db).listLastChanged(asked, moment(), 50))
    expect(slow(nodes)).toEqual([])
    expect(indexOf(nodes)).toBe('assignment_period_changed_idx')
  }
})

test('since when there is anything to tell, and until when, two rows of two indexes say', async () => {
  const nodes = await planOf((db) => sharingStore(db).findCatalogFacts())
  expect(slow(nodes)).toEqual([])
  expect(nodes.flatMap((node) => node['Index Name'] ?? []).sort()).toEqual([
    'assignment_period_changed_idx',
    'assignment_period_issued_idx',
  ])
})

describe('where a request for extension waits', () => {
  // Few wait among many that are decided; what a search asks first are those few.
  beforeAll(() =>
    api.deps.database.scripts.inTransaction((run) =>
      run(`
        INSERT INTO extension (id, assignment_id, due_on, reason, requested_at, requested_by_id,
                               decision, decided_at, decided_by_id)
        SELECT md5('extension ' || id)::uuid, id, '2026-12-31', 'lý do', '2026-11-01',
               '${api.seed.accounts.unit.id}', CASE WHEN row % 100 > 0 THEN 'rejected' END,
               CASE WHEN row % 100 > 0 THEN TIMESTAMPTZ '2026-11-02' END,
               CASE WHEN row % 100 > 0 THEN '${api.seed.accounts.reviewer.id}'::uuid END
          FROM (SELECT id, row_number() OVER (ORDER BY id) AS row FROM assignment) AS numbered;
        ANALYZE extension`),
    ),
  )

  test.each([
    [
      'listed',
      (db: Tx, filter: AssignmentFilter) =>
        assignmentStore(db).list(filter, moment(), { sort: 'dueOn', after: null, limit: 51 }),
    ],
    ['counted', (db: Tx, filter: AssignmentFilter) => assignmentStore(db).count(filter, moment())],
  ] as const)('assignments are %s by what waits', async (_name, ask) => {
    const nodes = await planOf((db) => ask(db, { ...lead, extensionPending: true }), ['sort'])
    expect(nodes.find((node) => node['Relation Name'] === 'extension')?.['Index Name']).toBe(
      'extension_pending_key',
    )
    const period = nodes.find((node) => node['Relation Name'] === 'assignment_period')
    expect(period?.['Index Cond']).toContain('assignment_id = ANY')
  })
})

test('what is overdue is counted among what is open alone', async () => {
  const nodes = await planOf((db) =>
    assignmentStore(db).count({ ...lead, status: ['overdue'] }, moment()),
  )
  expect(indexOf(nodes)).toBe('assignment_period_open_idx')
})

test('due dates to be told are looked for among what is open, within the days that matter', async () => {
  const stages = ['2026-11-20', '2026-11-24'].map((effectiveDueOn) => ({
    effectiveDueOn,
    stage: '3',
    owedBefore: api.clock.now,
  }))
  const accounts = [{ accountId: api.seed.accounts.unit.id, unitId: api.seed.units.unit.id }]
  // Of each unit, or of all: either way by the day, and nothing that is due long before or after.
  const byDay = (nodes: Node[]) =>
    nodes
      .filter((node) => /due_on >= .*due_on <= /.test(node['Index Cond'] ?? ''))
      .map((node) => node['Index Name'])
  const work = await planOf((db) => deadlineNoticeStore(db).listWork(stages, accounts, 100))
  expect(byDay(work)).toHaveLength(1)
  expect(slow(work)).not.toContain('Seq Scan')
})

test('an instant of the past is what is open and what ended since, each by its own index', async () => {
  const filter = { ...lead, asOf: new Date('2026-06-01T00:00:00Z') }
  const nodes = await planOf((db) =>
    statisticsStore(db).listCells(filter, moment(), { groupBy: 'unit', basis: 'issued' }),
  )
  expect(slow(nodes)).not.toContain('Seq Scan')
  const indexes = nodes.flatMap((node) => node['Index Name'] ?? [])
  expect(indexes).toContain('assignment_period_ended_idx')
  expect(nodes.map((node) => node['Node Type'])).toContain('Append')
})

test.each([
  ['unit', {}, []],
  ['unitType', {}, []],
  ['month', {}, []],
  ['month', { words: ['viec'] }, ['task', 'task_former_text']],
  ['month', { unitType: ['ward'] }, ['unit']],
] as const)('statistics by %s with %o read no table they do not need', async (...given) => {
  const [groupBy, narrowed, joined] = given
  const filter = { ...lead, ...narrowed, asOf: api.clock.now } as AssignmentFilter & { asOf: Date }
  const nodes = await planOf((db) =>
    statisticsStore(db).listCells(filter, moment(), { groupBy, basis: 'issued' }),
  )
  const tables = new Set(nodes.flatMap((node) => node['Relation Name'] ?? []))
  expect([...tables].sort()).toEqual(['assignment_period', ...joined])
})
