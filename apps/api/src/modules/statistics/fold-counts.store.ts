import type { CivilDate } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { keptDimensions } from './kept-dimensions.ts'

/** Whose lock it is among the advisory locks of the database: "coun", in ASCII. The migration's too. */
const lockClass = 0x636f756e

const dimensionsOfChange = Prisma.raw(
  Object.entries(keptDimensions)
    .map(([dimension, column]) => `('${dimension}', g.${column}::text)`)
    .join(', '),
)

const sums = Prisma.sql`sum(count)::int AS count, sum(returned)::int AS returned,
  sum(not_received)::int AS not_received, sum(extended)::int AS extended`

const added = (table: string) =>
  Prisma.raw(`count = ${table}.count + excluded.count, returned = ${table}.returned + excluded.returned,
    not_received = ${table}.not_received + excluded.not_received,
    extended = ${table}.extended + excluded.extended`)

/** Brings the changes of counts into the counts. Of several transactions one does so at a time. */
export function foldCountsStore(db: Tx) {
  return {
    /** Whether this transaction is the one that folds, until it ends. */
    async tryLock(): Promise<boolean> {
      const [row] = await db.$queryRaw<{ locked: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${lockClass}::int, 0) AS locked`
      return row?.locked === true
    },

    /** From now on the counts answer about no instant before this one. */
    async moveTo(at: Date): Promise<void> {
      await db.$executeRaw`
        UPDATE assignment_count_state SET folded_to = ${at}::timestamptz
         WHERE folded_to < ${at}::timestamptz`
    },

    /**
     * Takes up to so many changes on record at an instant or before out of the log and adds them to
     * the counts. One that commits later, whatever its instant, stays in the log until it is taken.
     * @returns how many were taken
     */
    async fold(upTo: Date, most: number): Promise<number> {
      const [row] = await db.$queryRaw<{ taken: number }[]>`
        WITH taken AS (
          DELETE FROM assignment_count_change WHERE id IN (
            SELECT id FROM assignment_count_change WHERE at <= ${upTo}::timestamptz
             ORDER BY id LIMIT ${Prisma.raw(String(most))})
          RETURNING *
        ), gathered AS (
          SELECT unit_id, directed_by_id, drafted_by_id, kind, visibility, issued_on,
                 effective_due_on, class, sum(count) AS count,
                 sum(count) FILTER (WHERE state = 'returned') AS returned,
                 sum(count) FILTER (WHERE state = 'assigned') AS not_received,
                 sum(count) FILTER (WHERE extended) AS extended
            FROM taken CROSS JOIN LATERAL (SELECT CASE state
                   WHEN 'completed' THEN 'completed_' || timeliness
                   WHEN 'submitted' THEN 'awaiting_review' ELSE 'open' END AS class) AS by_state
           GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
        ), spread AS (
          SELECT d.dimension, a.audience, d.key, g.effective_due_on AS due_on, s.due_before,
                 CASE WHEN g.class = 'open' AND d.dimension <> 'due'
                       AND g.effective_due_on < s.due_before THEN 'past' ELSE g.class END AS class,
                 g.count, COALESCE(g.returned, 0) AS returned,
                 COALESCE(g.not_received, 0) AS not_received, COALESCE(g.extended, 0) AS extended
            FROM gathered g CROSS JOIN assignment_count_state s
           CROSS JOIN LATERAL (VALUES ${dimensionsOfChange}) AS d(dimension, key)
            JOIN (VALUES ('office'), ('public')) AS a(audience)
              ON a.audience = 'office' OR g.visibility <> 'internal'
        ), counted AS (
          INSERT INTO assignment_count AS c
                 (dimension, audience, key, class, count, returned, not_received, extended)
          SELECT dimension, audience, key, class, ${sums} FROM spread GROUP BY 1, 2, 3, 4
              ON CONFLICT (dimension, audience, key, class) DO UPDATE SET ${added('c')}
        ), by_day AS (
          INSERT INTO assignment_count_due AS c
                 (dimension, audience, due_on, key, count, returned, not_received, extended)
          SELECT dimension, audience, due_on, key, ${sums} FROM spread
           WHERE class = 'open' AND dimension <> 'due' GROUP BY 1, 2, 3, 4
              ON CONFLICT (dimension, audience, due_on, key) DO UPDATE SET ${added('c')}
        )
        SELECT count(*)::int AS taken FROM taken`
      return row?.taken ?? 0
    },

    /** What fell due before a day stands apart from what did not: which day, the counts remember. */
    async movePast(today: CivilDate): Promise<void> {
      await db.$executeRaw`
        WITH passed AS (
          DELETE FROM assignment_count_due WHERE due_on < ${today}::date RETURNING *
        ), counted AS (
          INSERT INTO assignment_count AS c
                 (dimension, audience, key, class, count, returned, not_received, extended)
          SELECT dimension, audience, key, class, sum(sign * count)::int, sum(sign * returned)::int,
                 sum(sign * not_received)::int, sum(sign * extended)::int
            FROM passed CROSS JOIN (VALUES ('past', 1), ('open', -1)) AS side(class, sign)
           GROUP BY 1, 2, 3, 4
              ON CONFLICT (dimension, audience, key, class) DO UPDATE SET ${added('c')}
        )
        UPDATE assignment_count_state SET due_before = ${today}::date
         WHERE due_before < ${today}::date`
    },

    /**
     * Frees what was taken out of the log and what counts were before: every question would read it
     * still. Not in a transaction; nobody waits for it. The embedded engine does so for nobody.
     */
    async vacuum(): Promise<void> {
      await db.$executeRaw`VACUUM (SKIP_LOCKED)
        assignment_count_change, assignment_count, assignment_count_due, assignment_count_state`
    },
  }
}
