import { assignmentStatuses, type Moment } from '@dunghan/domain'
import cases from '@dunghan/domain/cases/status.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../src/db/client.ts'
import { Prisma } from '../src/db/generated/client.ts'
import { filterSql, statusExpression } from '../src/modules/assignments/assignment-filter.store.ts'
import { createTestDatabase } from './support/database.ts'

/* The rule of `statusOf` stands in SQL too: both answer to the same cases. */

let database: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ database, close } = await createTestDatabase())
})
afterAll(() => close())

interface Case {
  state: string
  role?: string
  effectiveDueOn: string
  timeliness: string | null
  today: string
  dueSoonThrough: string
  status: string | null
}

/** The case as a row `p`, without tables behind it. */
const row = (given: Case) => Prisma.sql`(SELECT ${given.state}::text AS state,
  ${given.role ?? 'lead'}::text AS role, ${given.effectiveDueOn}::date AS effective_due_on,
  ${given.timeliness}::text AS timeliness, NULL::timestamptz AS valid_to) AS p`

const all = cases as unknown as Case[]

describe.each(all.map((given) => [JSON.stringify(given), given] as const))('%s', (_name, given) => {
  const moment: Moment = { today: given.today, dueSoonThrough: given.dueSoonThrough }

  test('as a column', async () => {
    const [answer] = await database.prisma.$queryRaw<{ status: string | null }[]>`
      SELECT ${statusExpression(moment)} AS status FROM ${row(given)}`
    expect(answer?.status).toBe(given.status)
  })

  test('as a filter', async () => {
    for (const status of assignmentStatuses) {
      const { where } = filterSql({ role: ['lead'], status: [status] }, moment)
      const found = await database.prisma.$queryRaw<
        unknown[]
      >`SELECT 1 FROM ${row(given)} WHERE ${where}`
      expect(found.length, status).toBe(given.status === status ? 1 : 0)
    }
  })
})
