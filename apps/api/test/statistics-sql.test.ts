import {
  assignmentStatuses,
  createWorkCalendar,
  overdueAgeRanges,
  sumCells,
  sumCompliance,
} from '@dunghan/domain'
import complianceCases from '@dunghan/domain/cases/compliance.json' with { type: 'json' }
import ageCases from '@dunghan/domain/cases/overdue-age.json' with { type: 'json' }
import statisticsCases from '@dunghan/domain/cases/statistics.json' with { type: 'json' }
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../src/db/client.ts'
import { Prisma } from '../src/db/generated/client.ts'
import type { Tx } from '../src/db/transaction.ts'
import { outcomeExpression } from '../src/modules/statistics/compliance.store.ts'
import { ageExpression, statisticsStore } from '../src/modules/statistics/statistics.store.ts'
import { createTestDatabase } from './support/database.ts'

/* What the domain counts, SQL counts too: both answer to the same cases. */

let database: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ database, close } = await createTestDatabase())
})
afterAll(() => close())

const calendar = createWorkCalendar()

test.each(ageCases)('age: $name', async ({ effectiveDueOn, today, age }) => {
  const ages = overdueAgeRanges(calendar, today)
  const [answer] = await database.prisma.$queryRaw<{ age: string | null }[]>`
    SELECT ${ageExpression(ages)} AS age FROM (SELECT ${effectiveDueOn}::date AS effective_due_on) AS p`
  expect(answer?.age).toBe(age)
})

test.each(complianceCases)('compliance: $name', async ({ at, items, rows, totals }) => {
  const given = JSON.stringify(items.map((item, place) => ({ ...item, place })))
  const cells = await database.prisma.$queryRaw<Parameters<typeof sumCompliance>[0]>`
    SELECT m.key, ${outcomeExpression(new Date(at))} AS outcome, count(*)::int AS count
      FROM (SELECT key, "deadlineAt" AS deadline_at, "doneAt" AS done_at, place
              FROM jsonb_to_recordset(${given}::jsonb)
                AS given(key text, "deadlineAt" timestamptz, "doneAt" timestamptz, place int)) AS m
     GROUP BY 1, 2 ORDER BY min(place)`
  expect(sumCompliance(cells)).toEqual({ rows, totals })
})

const today = '2026-11-23'
const at = new Date('2026-11-23T02:00:00Z')

/** What stands in the table when an assignment is of that status, as seen on that day. */
function standing(status: string | null, returned: boolean, notReceived: boolean) {
  const open = returned ? 'returned' : notReceived ? 'assigned' : 'received'
  const dueOn = { overdue: '2026-11-20', due_soon: '2026-11-24' }[status ?? ''] ?? '2026-12-31'
  if (status === null) return { state: 'withdrawn', dueOn, timeliness: null }
  if (status === 'awaiting_review') return { state: 'submitted', dueOn, timeliness: null }
  const [, timeliness] = /^completed_(.*)$/.exec(status) ?? []
  return { state: timeliness ? 'completed' : open, dueOn, timeliness: timeliness ?? null }
}

test.each(statisticsCases)('statistics: $name', async ({ assignments, rows, totals }) => {
  const given = JSON.stringify(
    assignments.map(({ key, status, returned, notReceived, extended }) => {
      const { state, dueOn, timeliness } = standing(status, returned, notReceived)
      return { key, extended, state, dueOn, timeliness }
    }),
  )
  // The store's own statement, over these rows in place of the table.
  const over = {
    $queryRaw: (strings: TemplateStringsArray, ...values: unknown[]) => database.prisma.$queryRaw`
      WITH assignment_period AS (
        SELECT key AS kind, extended, state, "dueOn" AS effective_due_on, timeliness,
               'lead' AS role, ${at}::timestamptz AS valid_from, NULL::timestamptz AS valid_to
          FROM jsonb_to_recordset(${given}::jsonb)
            AS given(key text, extended boolean, state text, "dueOn" date, timeliness text))
      ${Prisma.sql(strings, ...values)}`,
  } as unknown as Tx
  const moment = { today, dueSoonThrough: '2026-11-26' }
  const grouping = { groupBy: 'kind', basis: 'issued' } as const
  const filter = { role: ['lead' as const], asOf: at }
  const counted = sumCells(await statisticsStore(over).listCells(filter, moment, grouping))
  const flat = ({ counts, rates, ...row }: (typeof counted)['rows'][number]) => ({
    ...row,
    ...counts,
    onTime: rates.onTime,
    completion: rates.completion,
    overdueRate: rates.overdue,
  })
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
  expect(counted.rows.map(flat).sort(byKey)).toEqual([...rows].sort(byKey))
  expect(flat({ key: '', ...counted.totals })).toEqual({ key: '', ...totals })
  expect(assignmentStatuses.length).toBe(7)
})
