import type { Moment, StatisticsCell, StatisticsGrouping } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import { statusExpression } from '../assignments/assignment-filter.store.ts'
import { keptDimensions } from './kept-dimensions.ts'
import type { KeptQuestion } from './kept-question.ts'
import { ageExpression, type Grouping } from './statistics.store.ts'

type Row = [
  key: string,
  status: StatisticsCell['status'],
  ...counts: [number, number, number, number],
]

/** Counts that were kept as assignments changed: what they cost does not grow with these. */
export function keptCountStore(db: Tx) {
  return {
    /**
     * The cells as of an instant, in one statement and so of one snapshot: the folded counts, by
     * the day of the moment, and the changes on record by then that are not among them yet.
     * @returns null when what was folded goes beyond the instant, or when something has since been
     * hidden from the public that was public then
     */
    async findCells(
      question: KeptQuestion,
      at: Date,
      moment: Moment,
      grouping: Pick<Grouping, 'groupBy' | 'ages'>,
    ): Promise<StatisticsCell[] | null> {
      const [row] = await db.$queryRaw<{ cells: Row[] | null }[]>(
        plannedOnce(Prisma.sql`
        SELECT CASE WHEN s.folded_to <= ${at}::timestamptz AND ${nothingHidden(question, at)} THEN (
          SELECT COALESCE(json_agg(json_build_array(
                   g.key, g.status, g.count, g.returned, g.not_received, g.extended)), '[]'::json)
            FROM (SELECT ${keyExpression(grouping)} AS key, p.status, sum(p.count) AS count,
                         sum(p.returned) AS returned, sum(p.not_received) AS not_received,
                         sum(p.extended) AS extended
                    FROM (${folded(question, moment)}
                          UNION ALL ${outstanding(question, at, moment)}) AS p
                   WHERE ${ofStatus(question)}
                   GROUP BY 1, 2 HAVING sum(p.count) <> 0) AS g
        ) END AS cells
          FROM assignment_count_state s`),
      )
      if (!row?.cells) return null
      return row.cells.map(([key, status, count, returned, notReceived, extended]) => ({
        ...{ key, status, count, returned, notReceived, extended },
      }))
    },
  }
}

/** What is kept from the public today is so for the past too, as lists and other counts have it. */
const nothingHidden = ({ audience }: KeptQuestion, at: Date): Prisma.Sql =>
  audience === 'office'
    ? Prisma.sql`TRUE`
    : Prisma.sql`NOT EXISTS (SELECT FROM assignment_count_change
        WHERE at > ${at}::timestamptz AND visibility = 'internal')`

const ofStatus = ({ status }: KeptQuestion): Prisma.Sql =>
  status ? Prisma.sql`p.status = ANY(${status}::text[])` : Prisma.sql`TRUE`

function ofKeys(column: Prisma.Sql, { keys, from, to }: KeptQuestion): Prisma.Sql {
  const and = [
    ...(keys ? [Prisma.sql`AND ${column} = ANY(${keys}::text[])`] : []),
    // Days as they are written order as days do.
    ...(from ? [Prisma.sql`AND ${column} >= ${from}`] : []),
    ...(to ? [Prisma.sql`AND ${column} <= ${to}`] : []),
  ]
  return and.length > 0 ? Prisma.join(and, ' ') : Prisma.empty
}

/** The counts, each open one under the status that the day of the moment gives it. */
function folded(question: KeptQuestion, moment: Moment): Prisma.Sql {
  const { dimension, audience } = question
  const today = Prisma.sql`${moment.today}::date`
  const through = Prisma.sql`${moment.dueSoonThrough}::date`
  const meant = Prisma.sql`dimension = ${dimension} AND audience = ${audience}
    ${ofKeys(Prisma.sql`key`, question)}`
  if (dimension === 'due') {
    return Prisma.sql`
      SELECT key, CASE WHEN class <> 'open' THEN class WHEN key::date < ${today} THEN 'overdue'
               WHEN key::date <= ${through} THEN 'due_soon' ELSE 'in_progress' END AS status,
             count, returned, not_received, extended
        FROM assignment_count WHERE ${meant}`
  }
  return Prisma.sql`
    SELECT key, CASE class WHEN 'open' THEN 'in_progress' WHEN 'past' THEN 'overdue' ELSE class
             END AS status, count, returned, not_received, extended
      FROM assignment_count WHERE ${meant}
    UNION ALL
    SELECT key, side.status, side.sign * count, side.sign * returned, side.sign * not_received,
           side.sign * extended
      FROM assignment_count_due
     CROSS JOIN LATERAL (VALUES ('in_progress', -1),
           (CASE WHEN due_on < ${today} THEN 'overdue' ELSE 'due_soon' END, 1)) AS side(status, sign)
     WHERE ${meant} AND due_on <= ${through}`
}

/** What changed by the instant and is not folded yet. */
function outstanding(question: KeptQuestion, at: Date, moment: Moment): Prisma.Sql {
  const key = Prisma.raw(`p.${keptDimensions[question.dimension]}::text`)
  const hidden =
    question.audience === 'public' ? Prisma.sql`AND p.visibility <> 'internal'` : Prisma.empty
  return Prisma.sql`
    SELECT ${key}, ${statusExpression(moment)}, p.count,
           CASE WHEN p.state = 'returned' THEN p.count ELSE 0 END,
           CASE WHEN p.state = 'assigned' THEN p.count ELSE 0 END,
           CASE WHEN p.extended THEN p.count ELSE 0 END
      FROM (SELECT *, 'lead' AS role FROM assignment_count_change) AS p
     WHERE p.at <= ${at}::timestamptz ${hidden} ${ofKeys(key, question)}`
}

/** What a key of the dimension is counted under. */
function keyExpression({ groupBy, ages = [] }: Pick<Grouping, 'groupBy' | 'ages'>): Prisma.Sql {
  switch (groupBy) {
    case 'status':
      return Prisma.sql`p.status`
    case 'overdueAge':
      return ageExpression(ages, Prisma.sql`p.key::date`)
    default:
      return Prisma.raw(ofDays[groupBy] ?? 'p.key')
  }
}

/** Parts of a day as it is written. */
const ofDays: Partial<Record<StatisticsGrouping, string>> = {
  year: 'left(p.key, 4)',
  month: 'left(p.key, 7)',
  quarter: `left(p.key, 4) || '-Q' || (substr(p.key, 6, 2)::int + 2) / 3`,
}
