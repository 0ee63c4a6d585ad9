import type {
  Moment,
  OverdueAgeRange,
  StatisticsBasis,
  StatisticsCell,
  StatisticsGrouping,
} from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type AssignmentFilter,
  filterSql,
  periodsAsOf,
  statusExpression,
} from '../assignments/assignment-filter.store.ts'

export interface Grouping {
  groupBy: StatisticsGrouping
  basis: StatisticsBasis
  /** The ages to group by `overdueAge` by. */
  ages?: OverdueAgeRange[]
  /**
   * Whether little has ended since: then what is open and what ended are looked up apart. Of long ago
   * one reading of all is cheaper than two. Either way counts the same.
   */
  lately?: boolean
}

export function statisticsStore(db: Tx) {
  return {
    /** Groups by unit type too are counted by unit: which type a unit was of, its history tells. */
    async listCells(
      filter: AssignmentFilter & { asOf: Date },
      moment: Moment,
      grouping: Grouping,
    ): Promise<StatisticsCell[]> {
      const { lately = true } = grouping
      const { where, joins } = filterSql(filter, moment, lately ? 'periodsAsOf' : 'all')
      const periods = lately ? periodsAsOf(filter.asOf) : Prisma.sql`assignment_period p`
      const status = statusExpression(moment)
      const key = keyExpression(grouping, moment)
      // Without a state asked for, the filter leaves out what is withdrawn.
      const counted = filter.state ? Prisma.sql`AND p.state <> 'withdrawn'` : Prisma.empty
      // Grouped by the key as it is kept, and written as text once for each group.
      return db.$queryRaw<StatisticsCell[]>`
        SELECT m.key::text AS key, m.status, count(*)::int AS count,
               (count(*) FILTER (WHERE m.state = 'returned'))::int AS returned,
               (count(*) FILTER (WHERE m.state = 'assigned'))::int AS "notReceived",
               (count(*) FILTER (WHERE m.extended))::int AS extended
          FROM (SELECT ${key} AS key, ${status} AS status, p.state, p.extended
                  FROM ${periods} ${joins}
                 WHERE ${where} ${counted}) AS m
         GROUP BY m.key, m.status`
    },
  }
}

function keyExpression({ groupBy, basis, ages = [] }: Grouping, moment: Moment): Prisma.Sql {
  // A period of time is that of the date the basis goes by.
  const date = basis === 'due' ? Prisma.sql`p.effective_due_on` : Prisma.sql`p.issued_on`
  switch (groupBy) {
    case 'unit':
    case 'unitType':
      return Prisma.sql`p.unit_id`
    case 'leader':
      return Prisma.sql`p.directed_by_id`
    case 'kind':
      return Prisma.sql`p.kind`
    case 'specialist':
      return Prisma.sql`p.drafted_by_id`
    case 'day':
      return date
    case 'month':
      return Prisma.sql`to_char(${date}, 'YYYY-MM')`
    case 'quarter':
      return Prisma.sql`to_char(${date}, 'YYYY-"Q"Q')`
    case 'year':
      return Prisma.sql`to_char(${date}, 'YYYY')`
    case 'status':
      return statusExpression(moment)
    case 'overdueAge':
      return ageExpression(ages)
  }
}

/** The age of an overdue period `p`, by the ranges its effective due date lies in. */
export function ageExpression(
  ages: readonly OverdueAgeRange[],
  dueOn = Prisma.sql`p.effective_due_on`,
): Prisma.Sql {
  const branches = ages.map(({ age, effectiveDueFrom, effectiveDueTo }) => {
    const begun = effectiveDueFrom
      ? Prisma.sql`${dueOn} >= ${effectiveDueFrom}::date AND `
      : Prisma.empty
    return Prisma.sql`WHEN ${begun}${dueOn} <= ${effectiveDueTo}::date
      THEN ${Prisma.raw(`'${age}'`)}`
  })
  return Prisma.sql`CASE ${Prisma.join(branches, ' ')} END`
}
