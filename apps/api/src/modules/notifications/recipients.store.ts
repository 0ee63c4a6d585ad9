import type {
  NotificationChoices,
  NotificationFacts,
  NotificationKind,
  Role,
  Timeliness,
} from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'

/** An account that can sign in, and how it wants to be told. */
export interface AccountToTell {
  accountId: string
  unitId: string | null
  choices: NotificationChoices | null
}

/** The same thing said of some assignments, and to whom. */
export interface Said {
  kind: NotificationKind
  /** The accounts with one of these roles; null: the account of each assignment's unit. */
  roles: Role[] | null
  /** One telling for all, or one for each directive. */
  byAct: boolean
  /** None for what is about no assignment. */
  assignmentIds: string[]
}

/** What is told once to one account, with what all it is about have in common. */
export interface Recipient
  extends Pick<
    NotificationFacts,
    'directive' | 'task' | 'unit' | 'dueOn' | 'effectiveDueOn' | 'role'
  > {
  accountId: string
  choices: NotificationChoices | null
  kind: NotificationKind
  timeliness: Timeliness | null
  assignmentId: string | null
  directiveId: string | null
  count: number
  /** Which of what was said it is told: indexes. */
  places: number[]
}

/** The value of an expression where all rows have the same; else null. */
const common = (expression: string) =>
  Prisma.raw(`CASE WHEN min(${expression}) = max(${expression}) THEN min(${expression}) END`)

/** Who is told, resolved by the database as the act left it. */
export function recipientStore(db: Tx) {
  return {
    /** The accounts with one of these roles that are not disabled. */
    async listWithRoles(roles: Role[]): Promise<AccountToTell[]> {
      const rows = await db.account.findMany({
        where: { roles: { hasSome: roles }, disabledAt: null },
        select: { id: true, unitId: true, notificationChoices: true },
      })
      return rows.map(({ id, unitId, notificationChoices }) => ({
        accountId: id,
        unitId,
        choices: notificationChoices as NotificationChoices | null,
      }))
    },

    /**
     * Each account that is told something, once for each kind and directive, or once for each kind:
     * one statement, however many assignments it is about.
     * @param exceptId who acted, and knows
     */
    list: (said: Said[], exceptId: string | null): Promise<Recipient[]> =>
      db.$queryRaw<Recipient[]>(
        plannedOnce(Prisma.sql`
        WITH given AS (
          SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS (
                 kind text, roles text[], "byAct" boolean, "assignmentIds" uuid[]))
                 WITH ORDINALITY AS given(kind, roles, by_act, assignment_ids, place)
        ), about AS (
          SELECT given.kind, given.roles, given.by_act, given.place, p.assignment_id,
                 p.directive_id, p.task_id, p.unit_id, p.due_on, p.effective_due_on, p.role,
                 p.timeliness
            FROM given
            LEFT JOIN LATERAL unnest(given.assignment_ids) AS named(id) ON true
            LEFT JOIN assignment_period p ON p.assignment_id = named.id AND p.valid_to IS NULL
        ), told AS (
          SELECT account.id AS account_id, about.* FROM about
            JOIN account ON account.unit_id = about.unit_id AND account.disabled_at IS NULL
           WHERE about.roles IS NULL
          UNION ALL
          SELECT account.id, about.* FROM about
            JOIN account ON account.roles && about.roles AND account.disabled_at IS NULL
           WHERE about.roles IS NOT NULL
        ), grouped AS (
          SELECT account_id, kind, count(assignment_id)::int AS count,
                 array_agg(DISTINCT (place - 1)::int) AS places, min(place) AS first_place,
                 ${common('assignment_id::text')}::uuid AS assignment_id,
                 ${common('directive_id::text')}::uuid AS directive_id,
                 ${common('task_id::text')}::uuid AS task_id,
                 ${common('unit_id::text')}::uuid AS unit_id,
                 ${common('due_on')}::text AS due_on,
                 ${common('effective_due_on')}::text AS effective_due_on,
                 ${common('role')} AS role, ${common('timeliness')} AS timeliness
            FROM told
           WHERE account_id IS DISTINCT FROM ${exceptId}::uuid
           GROUP BY account_id, kind, CASE WHEN by_act THEN NULL ELSE directive_id END
        )
        SELECT grouped.account_id AS "accountId", account.notification_choices AS choices,
               grouped.kind, GREATEST(grouped.count, 1) AS count, grouped.places,
               grouped.assignment_id AS "assignmentId", grouped.directive_id AS "directiveId",
               CASE WHEN d.id IS NOT NULL THEN json_build_object(
                 'id', d.id, 'number', d.number, 'symbol', d.symbol, 'title', d.title) END AS directive,
               t.content AS task,
               CASE WHEN u.id IS NOT NULL THEN
                 json_build_object('id', u.id, 'code', u.code, 'name', u.name) END AS unit,
               grouped.due_on AS "dueOn", grouped.effective_due_on AS "effectiveDueOn",
               grouped.role, grouped.timeliness
          FROM grouped
          JOIN account ON account.id = grouped.account_id
          LEFT JOIN directive d ON d.id = grouped.directive_id
          LEFT JOIN task t ON t.id = grouped.task_id
          LEFT JOIN unit u ON u.id = grouped.unit_id
         ORDER BY grouped.first_place, grouped.account_id, grouped.directive_id`),
      ),
  }
}
