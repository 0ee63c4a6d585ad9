import type { CivilDate } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'

/** Open assignments that share both dates: the calendar moves them together. */
export interface DueDates {
  dueOn: CivilDate
  effectiveDueOn: CivilDate
}

export interface MovingAssignment extends DueDates {
  id: string
}

/** What the unit still owes a report for, whichever its part in it. */
const open = Prisma.sql`p.valid_to IS NULL AND p.state IN ('assigned', 'received', 'returned')`

/** What is still owed, by its dates: what a change of the calendar may move. */
export function movingAssignmentStore(db: Tx) {
  return {
    /** Few, however many assignments there are. */
    listDueDates: () =>
      db.$queryRaw<(DueDates & { count: number })[]>`
        SELECT p.due_on::text AS "dueOn", p.effective_due_on::text AS "effectiveDueOn",
               count(*)::int AS count
          FROM assignment_period p WHERE ${open} GROUP BY 1, 2 ORDER BY 1, 2`,

    /** The first ids of those with any of these dates, by due date. */
    async listIds(dates: DueDates[], limit: number): Promise<string[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT p.assignment_id AS id FROM assignment_period p
         WHERE ${open} AND ${among(dates)}
         ORDER BY p.due_on, p.assignment_id LIMIT ${Prisma.raw(String(limit))}`
      return rows.map(({ id }) => id)
    },

    /** All with any of these dates, locked in one order. */
    listForUpdate: (dates: DueDates[]) =>
      db.$queryRaw<MovingAssignment[]>`
        SELECT a.id, p.due_on::text AS "dueOn", p.effective_due_on::text AS "effectiveDueOn"
          FROM assignment a JOIN assignment_period p ON p.assignment_id = a.id
         WHERE ${open} AND ${among(dates)}
         ORDER BY a.id FOR NO KEY UPDATE OF a`,
  }
}

const among = (dates: DueDates[]) => Prisma.sql`(p.due_on, p.effective_due_on) IN (
  SELECT * FROM unnest(${dates.map(({ dueOn }) => dueOn)}::date[],
                       ${dates.map(({ effectiveDueOn }) => effectiveDueOn)}::date[]))`
