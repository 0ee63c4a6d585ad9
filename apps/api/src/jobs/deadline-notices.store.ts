import type { CivilDate } from '@dunghan/domain'
import { Prisma } from '../db/generated/client.ts'
import type { Tx } from '../db/transaction.ts'

/** Of work that falls effectively due on that day a stage is to be told, if it was owed before. */
export interface ToldStage {
  effectiveDueOn: CivilDate
  stage: string
  owedBefore: Date
}

/** An assignment whose unit is to be told of its due date. */
export interface WorkToTell {
  accountId: string
  assignmentId: string
  directiveId: string
  key: string
  directive: { id: string; number: string | null; symbol: string | null; title: string }
  task: string
  dueOn: CivilDate
  effectiveDueOn: CivilDate
}

/** A directive with work that became overdue; its assignment and task where it is just one. */
export interface OrderToTell extends Omit<WorkToTell, 'assignmentId' | 'task' | 'dueOn'> {
  assignmentId: string | null
  task: string | null
  dueOn: CivilDate | null
  count: number
}

/** No term is moved by more days off than this: no due date lies further before its effective one. */
const mostDaysOff = 60

/** Open leading work that has reached one of the stages and was owed before it was over. */
const reached = (stages: ToldStage[]) => {
  const days = stages.map(({ effectiveDueOn }) => effectiveDueOn).sort()
  return Prisma.sql`
    stage AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(stages)}::jsonb)
        AS given("effectiveDueOn" date, stage text, "owedBefore" timestamptz)
    ), reached AS (
      SELECT p.assignment_id, p.directive_id, p.task_id, p.unit_id, p.drafted_by_id, p.due_on,
             p.effective_due_on, stage.stage
        FROM assignment_period p
        JOIN stage ON stage."effectiveDueOn" = p.effective_due_on
       WHERE p.valid_to IS NULL AND p.role = 'lead'
         AND p.state IN ('assigned', 'received', 'returned')
         AND p.due_on BETWEEN ${days[0]}::date - ${mostDaysOff}::int AND ${days.at(-1)}::date
         AND (SELECT min(valid_from) FROM assignment_period earlier
               WHERE earlier.assignment_id = p.assignment_id) < stage."owedBefore"
         AND NOT EXISTS (
           SELECT FROM assignment_period earlier
            WHERE earlier.assignment_id = p.assignment_id
              AND earlier.valid_to >= stage."owedBefore"
              AND NOT (earlier.state IN ('assigned', 'received', 'returned')
                   AND earlier.effective_due_on = p.effective_due_on
                   AND earlier.unit_id = p.unit_id))
    )`
}

const directiveJson = Prisma.sql`
  json_build_object('id', d.id, 'number', d.number, 'symbol', d.symbol, 'title', d.title)`

/** What there is to tell of due dates, and was not told yet. */
export function deadlineNoticeStore(db: Tx) {
  return {
    /** @param accounts of units, by the unit: who is told */
    listWork(
      stages: ToldStage[],
      accounts: { accountId: string; unitId: string }[],
      limit: number,
    ): Promise<WorkToTell[]> {
      return db.$queryRaw<WorkToTell[]>`
        WITH ${reached(stages)}, told AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
            AS given("accountId" uuid, "unitId" uuid)
        ), named AS (
          SELECT reached.*, told."accountId",
                 'due:' || assignment_id || ':' || effective_due_on || ':' || stage AS key
            FROM reached JOIN told ON told."unitId" = reached.unit_id
        )
        SELECT named."accountId", named.assignment_id AS "assignmentId",
               named.directive_id AS "directiveId", named.key, ${directiveJson} AS directive,
               t.content AS task, named.due_on::text AS "dueOn",
               named.effective_due_on::text AS "effectiveDueOn"
          FROM named
          JOIN directive d ON d.id = named.directive_id
          JOIN task t ON t.id = named.task_id
         WHERE NOT EXISTS (SELECT FROM notification n
                            WHERE n.account_id = named."accountId" AND n.key = named.key)
         LIMIT ${Prisma.raw(String(limit))}`
    },

    /** Directives drafted by one of these accounts, one row for each and effective due date. */
    listOrders(stages: ToldStage[], accountIds: string[], limit: number): Promise<OrderToTell[]> {
      return db.$queryRaw<OrderToTell[]>`
        WITH ${reached(stages)}, named AS (
          SELECT drafted_by_id, directive_id, effective_due_on, count(*)::int AS count,
                 min(assignment_id::text)::uuid AS assignment_id,
                 min(task_id::text)::uuid AS task_id, min(due_on) AS due_on,
                 'order_overdue:' || directive_id || ':' || effective_due_on AS key
            FROM reached
           WHERE drafted_by_id = ANY (${accountIds}::uuid[])
           GROUP BY drafted_by_id, directive_id, effective_due_on
        )
        SELECT named.drafted_by_id AS "accountId", named.directive_id AS "directiveId", named.key,
               named.count, ${directiveJson} AS directive,
               CASE WHEN count = 1 THEN named.assignment_id END AS "assignmentId",
               CASE WHEN count = 1 THEN t.content END AS task,
               CASE WHEN count = 1 THEN named.due_on::text END AS "dueOn",
               named.effective_due_on::text AS "effectiveDueOn"
          FROM named
          JOIN directive d ON d.id = named.directive_id
          JOIN task t ON t.id = named.task_id
         WHERE NOT EXISTS (SELECT FROM notification n
                            WHERE n.account_id = named.drafted_by_id AND n.key = named.key)
         LIMIT ${Prisma.raw(String(limit))}`
    },

    /** Reports that wait for a verdict which is due by an instant, or was. */
    async countReviewsDue(by: Date): Promise<number> {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count
          FROM assignment_period p
          JOIN report r ON r.assignment_id = p.assignment_id
         WHERE p.valid_to IS NULL AND p.role = 'lead' AND p.state = 'submitted'
           AND r.review_due_at <= ${by}::timestamptz
           AND NOT EXISTS (SELECT FROM review v WHERE v.report_id = r.id)`
      return row?.count ?? 0
    },
  }
}
