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

const dimensions = Prisma.raw(
  Object.entries(keptDimensions)
    .map(([dimension, column]) => `('${dimension}', p.${column}::text)`)
    .join(', '),
)

const classOf = Prisma.sql`CASE p.state WHEN 'completed' THEN 'completed_' || p.timeliness
  WHEN 'submitted' THEN 'awaiting_review' ELSE 'open' END`

/** Stretches or changes `p`, each of so many, by every dimension, for both audiences. */
const spread = (from: Prisma.Sql, count: Prisma.Sql) => Prisma.sql`
  SELECT d.dimension, a.audience, d.key, ${classOf} AS class, p.effective_due_on AS due_on,
         ${count} AS count, CASE WHEN p.state = 'returned' THEN ${count} ELSE 0 END AS returned,
         CASE WHEN p.state = 'assigned' THEN ${count} ELSE 0 END AS not_received,
         CASE WHEN p.extended THEN ${count} ELSE 0 END AS extended
    FROM ${from} CROSS JOIN LATERAL (VALUES ${dimensions}) AS d(dimension, key)
    JOIN (VALUES ('office'), ('public')) AS a(audience)
      ON a.audience = 'office' OR p.visibility <> 'internal'`

/** One row for each class, of what is open and not yet past one more for each day it is due. */
const classed = (rows: Prisma.Sql) => Prisma.sql`
  SELECT dimension, audience, key, class.class, count, returned, not_received, extended
    FROM (${rows}) AS r CROSS JOIN assignment_count_state s
   CROSS JOIN LATERAL (VALUES
         (CASE WHEN r.class = 'open' AND r.dimension <> 'due' AND r.due_on < s.due_before
               THEN 'past' ELSE r.class END),
         (CASE WHEN r.class = 'open' AND r.dimension <> 'due' AND r.due_on >= s.due_before
               THEN r.due_on::text END)) AS class(class)
   WHERE class.class IS NOT NULL`

const sums = Prisma.sql`sum(count) AS count, sum(returned) AS returned,
  sum(not_received) AS not_received, sum(extended) AS extended`
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
          SELECT dimension, audience, key, class, ${sums} FROM (
            SELECT * FROM assignment_count
            UNION ALL
            SELECT dimension, audience, key, due_on::text, count, returned, not_received, extended
              FROM assignment_count_due
            UNION ALL
            ${classed(spread(Prisma.sql`assignment_count_change p`, Prisma.sql`p.count`))}) AS rows
           GROUP BY 1, 2, 3, 4
          HAVING sum(count) <> 0 OR sum(returned) <> 0 OR sum(not_received) <> 0 OR sum(extended) <> 0
        ), counted AS (
          SELECT dimension, audience, key, class, ${sums} FROM (
            ${classed(
              spread(
                Prisma.sql`(SELECT unit_id, directed_by_id, drafted_by_id, kind, visibility,
                    issued_on, effective_due_on, state, timeliness, extended, count(*) AS count
                  FROM assignment_period
                 WHERE valid_to IS NULL AND role = 'lead' AND state <> 'withdrawn'
                 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) AS p`,
                Prisma.sql`p.count`,
              ),
            )}) AS rows
           GROUP BY 1, 2, 3, 4
        )
        SELECT dimension, audience, key, class, ${asArray('kept')} AS kept,
               ${asArray('counted')} AS counted
          FROM kept FULL JOIN counted USING (dimension, audience, key, class)
         WHERE (kept.count, kept.returned, kept.not_received, kept.extended)
               IS DISTINCT FROM
               (counted.count, counted.returned, counted.not_received, counted.extended)
         ORDER BY 1, 2, 3, 4 LIMIT ${Prisma.raw(String(most))}`,

    /** Begins to keep counts anew. Whoever acts meanwhile waits. */
    async recount(): Promise<void> {
      await db.$executeRaw`SELECT recount_assignments()`
    },
  }
}
