import type { CivilDate, Moment } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { type AssignmentFilter, filterSql } from '../assignments/assignment-filter.store.ts'
import {
  type AssignmentSort,
  after,
  orderBy,
  type SortKey,
} from '../assignments/assignment-sort.store.ts'

/** Of which stretch of which assignment a row is, and what it is sorted by. */
export interface ExportKey {
  id: string
  version: number
  dueOn: CivilDate
  issuedOn: CivilDate
  submittedAt: Date | null
}

/** A filter for one instant: the same rows whenever it is asked. */
export type SettledFilter = AssignmentFilter & { asOf: Date }

/**
 * The stretches meant, found on two ways: those that still stand, by the indexes of the present,
 * and those that ended since the instant, which are few where it has just passed.
 */
function stretches(
  { asOf, ...filter }: SettledFilter,
  moment: Moment,
  page: { order: Prisma.Sql; limit: Prisma.Sql } = { order: Prisma.empty, limit: Prisma.empty },
): Prisma.Sql {
  const { where, joins } = filterSql({ ...filter, asOf }, moment)
  const select = (ended: Prisma.Sql) => Prisma.sql`
    (SELECT p.assignment_id, p.version, p.due_on, p.issued_on, p.submitted_at
       FROM assignment_period p ${joins} WHERE ${ended} AND ${where} ${page.order} ${page.limit})`
  return Prisma.sql`${select(Prisma.sql`p.valid_to IS NULL`)}
    UNION ALL ${select(Prisma.sql`p.valid_to > ${asOf}::timestamptz`)}`
}

export function exportKeyStore(db: Tx) {
  return {
    /** How many rows there are, exactly. */
    async count(filter: SettledFilter, moment: Moment): Promise<number> {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (${stretches(filter, moment)}) AS counted`
      return row?.count ?? 0
    },

    /** The next keys in the order asked for, beginning after one. */
    async list(
      filter: SettledFilter,
      moment: Moment,
      page: { sort: AssignmentSort; after: SortKey | null; limit: number },
    ): Promise<ExportKey[]> {
      const limit = Prisma.raw(`LIMIT ${page.limit}`)
      const inOrder = Prisma.sql`ORDER BY ${orderBy(page.sort)}`
      const order = Prisma.sql`${after(page.sort, page.after)} ${inOrder}`
      return db.$queryRaw<ExportKey[]>`
        SELECT p.assignment_id AS id, p.version, p.due_on::text AS "dueOn",
               p.issued_on::text AS "issuedOn", p.submitted_at AS "submittedAt"
          FROM (${stretches(filter, moment, { order, limit })}) AS p ${inOrder} ${limit}`
    },
  }
}
