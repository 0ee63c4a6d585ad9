import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import type { PeriodFacts } from './assignment-record.ts'

export interface NewAssignment extends PeriodFacts {
  id: string
  assignedAt: Date
}

type Type = 'text' | 'uuid' | 'date' | 'timestamptz' | 'integer' | 'boolean'

/** Where each fact of a stretch is kept, and as what SQL takes it. */
const columns: Record<keyof PeriodFacts, [column: string, type: Type]> = {
  role: ['role', 'text'],
  unitId: ['unit_id', 'uuid'],
  state: ['state', 'text'],
  dueOn: ['due_on', 'date'],
  effectiveDueOn: ['effective_due_on', 'date'],
  extended: ['extended', 'boolean'],
  receivedAt: ['received_at', 'timestamptz'],
  submittedAt: ['submitted_at', 'timestamptz'],
  completedAt: ['completed_at', 'timestamptz'],
  timeliness: ['timeliness', 'text'],
  firstTimeliness: ['first_timeliness', 'text'],
  daysLate: ['days_late', 'integer'],
  withdrawnAt: ['withdrawn_at', 'timestamptz'],
  withdrawalReason: ['withdrawal_reason', 'text'],
  taskId: ['task_id', 'uuid'],
  directiveId: ['directive_id', 'uuid'],
  kind: ['kind', 'text'],
  visibility: ['visibility', 'text'],
  directedById: ['directed_by_id', 'uuid'],
  draftedById: ['drafted_by_id', 'uuid'],
  issuedOn: ['issued_on', 'date'],
}

const facts = Object.entries(columns) as [keyof PeriodFacts, [string, Type]][]

/** The facts of a stretch `p` as columns that bear their names; civil dates as text. */
export const factColumns = Prisma.raw(
  facts
    .map(([fact, [column, type]]) => `p.${column}${type === 'date' ? '::text' : ''} AS "${fact}"`)
    .join(', '),
)

const factNames = Prisma.raw(facts.map(([fact]) => `"${fact}"`).join(', '))
const factDefinitions = Prisma.raw(facts.map(([fact, [, type]]) => `"${fact}" ${type}`).join(', '))
const columnNames = Prisma.raw(facts.map(([, [column]]) => column).join(', '))

/** The same facts once more, each as it stood in `closed` unless the change names it. */
function carriedOver(change: Partial<PeriodFacts>): Prisma.Sql {
  return Prisma.join(
    facts.map(([fact, [column, type]]) =>
      fact in change
        ? Prisma.sql`${change[fact] ?? null}::${Prisma.raw(type)}`
        : Prisma.raw(`closed.${column}`),
    ),
  )
}

/** The stretches of assignments' lives: each ends when the next begins. */
export function assignmentPeriodStore(db: Tx) {
  return {
    /**
     * New assignments, each with the first stretch of its life: one statement for all.
     * @param at when they came on record
     */
    async insertMany(assignments: NewAssignment[], at: Date): Promise<void> {
      await db.$executeRaw`
        WITH given AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(assignments)}::jsonb)
                     AS given(id uuid, "assignedAt" timestamptz, ${factDefinitions})
        ), begun AS (
          INSERT INTO assignment (id, task_id, directive_id, role, original_due_on, assigned_at)
          SELECT id, "taskId", "directiveId", role, "dueOn", "assignedAt" FROM given
        )
        INSERT INTO assignment_period (assignment_id, version, valid_from, ${columnNames})
        SELECT id, 1, ${at}::timestamptz, ${factNames} FROM given`
    },

    /**
     * Ends the present stretch of each of these locked assignments and begins the next, all with
     * the same change: one statement, however many they are.
     * @param at when the change came on record; no stretch ends before it began
     */
    async advanceMany(ids: string[], change: Partial<PeriodFacts>, at: Date): Promise<void> {
      await db.$executeRaw(
        plannedOnce(Prisma.sql`
        WITH closed AS (
          UPDATE assignment_period SET valid_to = GREATEST(valid_from, ${at}::timestamptz)
           WHERE valid_to IS NULL AND assignment_id = ANY(${ids}::uuid[])
          RETURNING *
        ), counted AS (
          UPDATE assignment SET version = version + 1 WHERE id = ANY(${ids}::uuid[])
        )
        INSERT INTO assignment_period (assignment_id, version, valid_from, ${columnNames})
        SELECT closed.assignment_id, closed.version + 1, closed.valid_to, ${carriedOver(change)}
          FROM closed`),
      )
    },
  }
}
