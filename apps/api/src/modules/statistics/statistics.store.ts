import type { Moment, StatisticsBasis, StatisticsCell, StatisticsGrouping } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type AssignmentFilter,
  filterSql,
  statusExpression,
} from '../assignments/assignment-filter.store.ts'

/** By which words a group is named: a unit by its id in the office, by its code to the public. */
export type UnitKey = 'id' | 'code'

export function statisticsStore(db: Tx) {
  return {
    async listCells(
      filter: AssignmentFilter,
      moment: Moment,
      {
        groupBy,
        basis,
        unitKey,
      }: { groupBy: StatisticsGrouping; basis: StatisticsBasis; unitKey: UnitKey },
    ): Promise<StatisticsCell[]> {
      const named = groupBy === 'unitType' || (groupBy === 'unit' && unitKey === 'code')
      const { where, joins } = filterSql(filter, moment, { unit: named })
      return db.$queryRaw<StatisticsCell[]>`
        SELECT ${keyExpression(groupBy, basis, unitKey, moment)} AS key,
               ${statusExpression(moment)} AS status,
               count(*)::int AS count,
               (count(*) FILTER (WHERE p.state = 'returned'))::int AS returned,
               (count(*) FILTER (WHERE p.state = 'assigned'))::int AS "notReceived",
               (count(*) FILTER (WHERE p.extended))::int AS extended
          FROM assignment_period p ${joins}
         WHERE ${where} AND p.state <> 'withdrawn'
         GROUP BY 1, 2`
    },

    async listUnitNames(): Promise<{ id: string; code: string; name: string }[]> {
      return db.unit.findMany({ select: { id: true, code: true, name: true } })
    },

    async listLeaderNames(): Promise<{ id: string; name: string; position: string }[]> {
      return db.leader.findMany({ select: { id: true, name: true, position: true } })
    },

    async listAccountNames(ids: string[]): Promise<{ id: string; displayName: string }[]> {
      return db.account.findMany({
        where: { id: { in: ids } },
        select: { id: true, displayName: true },
      })
    },
  }
}

function keyExpression(
  groupBy: StatisticsGrouping,
  basis: StatisticsBasis,
  unitKey: UnitKey,
  moment: Moment,
): Prisma.Sql {
  // A period of time is that of the date the basis goes by.
  const date = basis === 'due' ? Prisma.sql`p.effective_due_on` : Prisma.sql`p.issued_on`
  switch (groupBy) {
    case 'unit':
      return unitKey === 'id' ? Prisma.sql`p.unit_id::text` : Prisma.sql`u.code`
    case 'unitType':
      return Prisma.sql`u.type`
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
