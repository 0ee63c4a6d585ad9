import type { Moment } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { toDate } from '../../db/values.ts'
import { exactTotal } from '../../paging.ts'
import { type AssignmentFilter, filterSql } from './assignment-filter.store.ts'
import type { AssignmentRecord, PeriodFacts } from './assignment-record.ts'
import { after, type AssignmentSort, orderBy, type SortKey } from './assignment-sort.store.ts'

type Row = Omit<AssignmentRecord, 'unit' | 'directive'> & {
  unitCode: string
  unitName: string
  unitType: AssignmentRecord['unit']['type']
  number: string | null
  symbol: string | null
  title: string
  recordedById: string
}

const select = Prisma.sql`
  SELECT p.assignment_id AS id, p.version, p.role, p.unit_id AS "unitId", p.state,
         p.due_on::text AS "dueOn", p.effective_due_on::text AS "effectiveDueOn", p.extended,
         p.received_at AS "receivedAt", p.submitted_at AS "submittedAt",
         p.completed_at AS "completedAt", p.timeliness, p.first_timeliness AS "firstTimeliness",
         p.days_late AS "daysLate", p.withdrawal_reason AS "withdrawalReason",
         p.task_id AS "taskId", p.directive_id AS "directiveId", p.kind, p.visibility,
         p.directed_by_id AS "directedById", p.drafted_by_id AS "draftedById",
         p.issued_on::text AS "issuedOn", p.valid_from AS "changedAt",
         a.original_due_on::text AS "originalDueOn", a.assigned_at AS "assignedAt",
         u.code AS "unitCode", u.name AS "unitName", u.type AS "unitType",
         t.content AS "taskContent",
         d.number, d.symbol, d.title, d.recorded_by_id AS "recordedById"
    FROM assignment_period p
    JOIN assignment a ON a.id = p.assignment_id
    JOIN task t ON t.id = p.task_id
    JOIN directive d ON d.id = p.directive_id
    JOIN unit u ON u.id = p.unit_id`

function record(row: Row): AssignmentRecord {
  const { unitCode, unitName, unitType, number, symbol, title, recordedById, ...rest } = row
  return {
    ...rest,
    unit: { id: row.unitId, code: unitCode, name: unitName, type: unitType },
    directive: { number, symbol, title, recordedById },
  }
}

const columns = (facts: PeriodFacts) => ({
  ...facts,
  dueOn: toDate(facts.dueOn),
  effectiveDueOn: toDate(facts.effectiveDueOn),
  issuedOn: toDate(facts.issuedOn),
})

export interface NewAssignment extends PeriodFacts {
  id: string
  assignedAt: Date
}

export function assignmentStore(db: Tx) {
  const findWhere = async (condition: Prisma.Sql): Promise<AssignmentRecord[]> => {
    const rows = await db.$queryRaw<Row[]>`${select} WHERE p.valid_to IS NULL AND ${condition}
      ORDER BY t.position, u.code, p.assignment_id`
    return rows.map(record)
  }

  return {
    async findById(id: string): Promise<AssignmentRecord | null> {
      return (await findWhere(Prisma.sql`p.assignment_id = ${id}::uuid`))[0] ?? null
    },

    /** As `findById`; whoever comes second waits here until this transaction ends. */
    async findByIdForUpdate(id: string): Promise<AssignmentRecord | null> {
      await db.$queryRaw`SELECT 1 FROM assignment WHERE id = ${id}::uuid FOR UPDATE`
      return (await findWhere(Prisma.sql`p.assignment_id = ${id}::uuid`))[0] ?? null
    },

    /** All of a directive's, supporting and withdrawn ones too, by task and unit. */
    listOfDirective: (directiveId: string) =>
      findWhere(Prisma.sql`p.directive_id = ${directiveId}::uuid`),

    /** As `listOfDirective`, locked in one order so that two acts cannot wait for each other. */
    async listOfDirectiveForUpdate(directiveId: string): Promise<AssignmentRecord[]> {
      await db.$queryRaw`
        SELECT 1 FROM assignment WHERE directive_id = ${directiveId}::uuid ORDER BY id FOR UPDATE`
      return findWhere(Prisma.sql`p.directive_id = ${directiveId}::uuid`)
    },

    listOfTask: (taskId: string) => findWhere(Prisma.sql`p.task_id = ${taskId}::uuid`),

    /** One page in the order asked for, beginning after a key. */
    async list(
      filter: AssignmentFilter,
      moment: Moment,
      page: { sort: AssignmentSort; after: SortKey | null; limit: number },
    ): Promise<AssignmentRecord[]> {
      const { where } = filterSql(filter, moment)
      const rows = await db.$queryRaw<Row[]>`${select}
        WHERE ${where} ${after(page.sort, page.after)}
        ORDER BY ${orderBy(page.sort)} LIMIT ${Prisma.raw(String(page.limit))}`
      return rows.map(record)
    },

    /** How many there are, counted no further than one past the exact total. */
    async count(filter: AssignmentFilter, moment: Moment): Promise<number> {
      const { where, joins } = filterSql(filter, moment)
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT 1 FROM assignment_period p ${joins} WHERE ${where}
          LIMIT ${Prisma.raw(String(exactTotal + 1))}) AS counted`
      return row?.count ?? 0
    },

    /** New assignments, each with the first stretch of its life. */
    async insertMany(assignments: NewAssignment[]): Promise<void> {
      await db.assignment.createMany({
        data: assignments.map(({ id, taskId, directiveId, role, dueOn, assignedAt }) => ({
          id,
          taskId,
          directiveId,
          role,
          originalDueOn: toDate(dueOn),
          assignedAt,
        })),
      })
      await db.assignmentPeriod.createMany({
        data: assignments.map(({ id, assignedAt, ...facts }) => ({
          ...columns(facts),
          assignmentId: id,
          version: 1,
          validFrom: assignedAt,
        })),
      })
    },

    /**
     * Ends the present stretch of a locked assignment's life and begins the next.
     * @param at when it changed; never before the present stretch began
     */
    async advance(current: AssignmentRecord, change: Partial<PeriodFacts>, at: Date): Promise<void> {
      const from = at < current.changedAt ? current.changedAt : at
      const { id, version } = current
      await db.assignmentPeriod.update({
        where: { assignmentId_version: { assignmentId: id, version } },
        data: { validTo: from },
      })
      await db.assignmentPeriod.create({
        data: {
          ...columns({ ...factsOf(current), ...change }),
          assignmentId: id,
          version: version + 1,
          validFrom: from,
        },
      })
      await db.assignment.update({ where: { id }, data: { version: version + 1 } })
    },
  }
}

/** The part of a record that a stretch of life holds. */
function factsOf(record: AssignmentRecord): PeriodFacts {
  const { id, version, originalDueOn, assignedAt, changedAt, unit, taskContent, directive, ...facts } =
    record
  return facts
}

