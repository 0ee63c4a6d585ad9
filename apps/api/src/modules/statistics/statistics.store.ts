import type { Moment, StatisticsBasis, StatisticsCell, StatisticsGrouping } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type AssignmentFilter,
  filterSql,
  statusExpression,
} from '../assignments/assignment-filter.store.ts'

export function statisticsStore(db: Tx) {
  return {
    /** Groups by unit type too are counted by unit: which type a unit was of, its history tells. */
    async listCells(
      filter: AssignmentFilter,
      moment: Moment,
      { groupBy, basis }: { groupBy: StatisticsGrouping; basis: StatisticsBasis },
    ): Promise<StatisticsCell[]> {
      const { where, joins } = filterSql(filter, moment)
      return db.$queryRaw<StatisticsCell[]>`
        SELECT ${keyExpression(groupBy, basis, moment)} AS key,
               ${statusExpression(moment)} AS status,
               count(*)::int AS count,
               (count(*) FILTER (WHERE p.state = 'returned'))::int AS returned,
               (count(*) FILTER (WHERE p.state = 'assigned'))::int AS "notReceived",
               (count(*) FILTER (WHERE p.extended))::int AS extended
          FROM assignment_period p ${joins}
         WHERE ${where} AND p.state <> 'withdrawn'
         GROUP BY 1, 2`
    },
  }
}

function keyExpression(
  groupBy: StatisticsGrouping,
  basis: StatisticsBasis,
  moment: Moment,
): Prisma.Sql {
  // A period of time is that of the date the basis goes by.
  const date = basis === 'due' ? Prisma.sql`p.effective_due_on` : Prisma.sql`p.issued_on`
  switch (groupBy) {
    case 'unit':
    case 'unitType':
      return Prisma.sql`p.unit_id::text`
    case 'leader':
      return Prisma.sql`p.directed_by_id::text`
    case 'kind':
      return Prisma.sql`p.kind`
    case 'specialist':
      return Prisma.sql`p.drafted_by_id::text`
    case 'month':
      return Prisma.sql`to_char(${date}, 'YYYY-MM')`
    case 'quarter':
      return Prisma.sql`to_char(${date}, 'YYYY-"Q"Q')`
    case 'year':
      return Prisma.sql`to_char(${date}, 'YYYY')`
    case 'status':
      return statusExpression(moment)
  }
}
