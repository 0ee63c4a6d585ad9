import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { keptDimensions } from './kept-dimensions.ts'

/** Counts that are kept wrongly: what is kept, and what counting one by one gives. */
export interface CountDifference {
  dimension: string
  audience: string
  key: string
  /** A status, or of open ones the day they are due; `open` and `past` where no day is kept. */
  class: string
  kept: CountSums | null
  counted: CountSums | null
}

type CountSums = [count: number, returned: number, notReceived: number, extended: number]

const columns = Object.entries(keptDimensions)
const each = (text: (dimension: string, column: string) => string, by: string) =>
  Prisma.raw(columns.map(([dimension, column]) => text(dimension, column)).join(by))

const sumsOf = (which: string) =>
  Prisma.raw(
    ['', "p.state = 'returned'", "p.state = 'assigned'", 'p.extended']
      .map((counted) => [which, counted].filter(Boolean).join(' AND '))
      .map((where) => `COALESCE(sum(p.count)${where && ` FILTER (WHERE ${where})`}, 0)`)
      .join(', '),
  )

/**
 * Stretches or changes, each of so many, by every dimension for both audiences: a row for each class,
 * and of what is open and not yet past one more for each day it is due. All are read once.
 */
const summed = (from: Prisma.Sql) => Prisma.sql`
  SELECT dimension, a.audience, key, c.class, a.count, a.returned, a.not_received, a.extended
    FROM (
      SELECT CASE ${each((dimension, column) => `WHEN grouping(p.${column}) = 0 THEN '${dimension}'`, ' ')}
               END AS dimension,
             COALESCE(${each((_, column) => `p.${column}::text`, ', ')}) AS key, k.class, k.day,
             ARRAY[${sumsOf('')}]::bigint[] AS office,
             ARRAY[${sumsOf("p.visibility <> 'internal'")}]::bigint[] AS public
        FROM ${from} AS p CROSS JOIN assignment_count_state s
       CROSS JOIN LATERAL (SELECT
             CASE WHEN p.state = 'completed' THEN 'completed_' || p.timeliness
                  WHEN p.state = 'submitted' THEN 'awaiting_review'
                  WHEN p.effective_due_on < s.due_before THEN 'past' ELSE 'open' END AS class,
             CASE WHEN p.state NOT IN ('completed', 'submitted')
                   AND p.effective_due_on >= s.due_before THEN p.effective_due_on END AS day) AS k
       GROUP BY GROUPING SETS (${each((_, column) => `(p.${column}, k.class, k.day)`, ', ')})
    ) AS g
   CROSS JOIN LATERAL (VALUES
         ('office', office[1], office[2], office[3], office[4]),
         ('public', public[1], public[2], public[3], public[4])
       ) AS a(audience, count, returned, not_received, extended)
   CROSS JOIN LATERAL (VALUES
         (CASE WHEN g.dimension = 'due' AND g.class = 'past' THEN 'open' ELSE g.class END),
         (CASE WHEN g.dimension <> 'due' THEN g.day::text END)) AS c(class)
   WHERE c.class IS NOT NULL`

const totals = Prisma.sql`sum(count) AS count, sum(returned) AS returned,
  sum(not_received) AS not_received, sum(extended) AS extended`
const any = Prisma.sql`HAVING sum(count) <> 0 OR sum(returned) <> 0 OR sum(not_received) <> 0
  OR sum(extended) <> 0`
const asArray = (table: string) =>
  Prisma.raw(`CASE WHEN ${table}.count IS NOT NULL THEN json_build_array(${table}.count,
    ${table}.returned, ${table}.not_received, ${table}.extended) END`)

export function verifyCountsStore(db: Tx) {
  return {
    /**
     * Every count that is kept beside the same counted from the present stretches, in one statement
     * and so of one moment: those that differ, the first of them.
     */
    listDifferences: (most: number): Promise<CountDifference[]> =>
      db.$queryRaw<CountDifference[]>`
        WITH kept AS (
          SELECT dimension, audience, key, class, ${totals} FROM (
            SELECT * FROM assignment_count
            UNION ALL
            SELECT dimension, audience, key, due_on::text, count, returned, not_received, extended
              FROM assignment_count_due
            UNION ALL
            ${summed(Prisma.sql`assignment_count_change`)}) AS rows
           GROUP BY 1, 2, 3, 4 ${any}
        ), counted AS (
          SELECT dimension, audience, key, class, ${totals} FROM (
            ${summed(
              Prisma.sql`(SELECT *, 1 AS count FROM assignment_period
                WHERE valid_to IS NULL AND role = 'lead' AND state <> 'withdrawn')`,
            )}) AS rows
           GROUP BY 1, 2, 3, 4 ${any}
        )
        SELECT dimension, audience, key, class, ${asArray('kept')} AS kept,
               ${asArray('counted')} AS counted
          FROM kept FULL JOIN counted USING (dimension, audience, key, class)
         WHERE (kept.count, kept.returned, kept.not_received, kept.extended)
               IS DISTINCT FROM
               (counted.count, counted.returned, counted.not_received, counted.extended)
         ORDER BY 1, 2, 3, 4 LIMIT ${Prisma.raw(String(most))}`,

    /** Until this transaction ends, a statement may take as long as counting all of it does. */
    async takeTime(): Promise<void> {
      await db.$executeRaw`SET LOCAL statement_timeout = 0`
    },

    /** Begins to keep counts anew. Whoever acts meanwhile waits. */
    async recount(): Promise<void> {
      await db.$executeRaw`SELECT recount_assignments()`
    },
  }
}
