import type { Moment } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import { exactTotal, usualRead } from '../../paging.ts'
import { extensionsJson } from '../extensions/extensions.store.ts'
import { type Correspondence, reportsJson, reviveCorrespondence } from '../reports/reports.store.ts'
import { type AssignmentFilter, filterSql } from './assignment-filter.store.ts'
import { factColumns } from './assignment-period.store.ts'
import type { AssignmentRecord } from './assignment-record.ts'
import { type AssignmentSort, after, orderBy, type SortKey } from './assignment-sort.store.ts'

type Row = Omit<AssignmentRecord, 'unit' | 'directive'> & {
  unitCode: string
  unitName: string
  unitType: AssignmentRecord['unit']['type']
  number: string | null
  symbol: string | null
  title: string
  recordedById: string
  orderWithdrawn: boolean
}

const columns = Prisma.sql`
         p.assignment_id AS id, p.version, ${factColumns}, p.valid_from AS "changedAt",
         a.original_due_on::text AS "originalDueOn", a.assigned_at AS "assignedAt",
         u.code AS "unitCode", u.name AS "unitName", u.type AS "unitType",
         t.content AS "taskContent",
         d.number, d.symbol, d.title, d.recorded_by_id AS "recordedById",
         d.withdrawn_at IS NOT NULL AS "orderWithdrawn"`
const from = Prisma.sql`
    FROM assignment_period p
    JOIN assignment a ON a.id = p.assignment_id
    JOIN task t ON t.id = p.task_id
    JOIN directive d ON d.id = p.directive_id
    JOIN unit u ON u.id = p.unit_id`
const select = Prisma.sql`SELECT ${columns} ${from}`

function record(row: Row): AssignmentRecord {
  const {
    unitCode,
    unitName,
    unitType,
    number,
    symbol,
    title,
    recordedById,
    orderWithdrawn,
    ...rest
  } = row
  return {
    ...rest,
    unit: { id: row.unitId, code: unitCode, name: unitName, type: unitType },
    directive: { number, symbol, title, recordedById, withdrawn: orderWithdrawn },
  }
}

const instants = [
  'receivedAt',
  'submittedAt',
  'completedAt',
  'withdrawnAt',
  'assignedAt',
  'changedAt',
] as const

/** Turns the instants of a row that came as JSON into instants. */
function revive(row: Row): Row {
  const revived = { ...row }
  for (const name of instants) {
    const text = revived[name]
    if (text !== null) revived[name] = new Date(text)
  }
  return revived
}

/**
 * What is open or waits is few among many that once were. The planner does not know how few, and
 * asked in the order of the indexes that hold just these it takes one of them.
 */
const fewFirst = ({ status, state }: AssignmentFilter): Prisma.Sql =>
  status || state ? Prisma.sql`ORDER BY p.due_on, p.assignment_id` : Prisma.empty

/**
 * Whether it is what most readers begin with, the usual page of all there is: then one plan is good
 * wherever the page begins, and there are few texts of it.
 */
function isUsual(
  { role, publicOnly, words = [], ...asked }: AssignmentFilter,
  { limit }: { limit: number },
): boolean {
  const isOfAll = words.length === 0 && Object.values(asked).every((value) => value === undefined)
  return isOfAll && limit === usualRead
}

export function assignmentStore(db: Tx) {
  const findWhere = async (condition: Prisma.Sql): Promise<AssignmentRecord[]> => {
    const rows = await db.$queryRaw<Row[]>(
      plannedOnce(Prisma.sql`${select} WHERE p.valid_to IS NULL AND ${condition}
      ORDER BY t.position, u.code, p.assignment_id`),
    )
    return rows.map(record)
  }

  return {
    async findById(id: string): Promise<AssignmentRecord | null> {
      return (await findWhere(Prisma.sql`p.assignment_id = ${id}::uuid`))[0] ?? null
    },

    /** As `findById`, with all that was sent about it: one query. */
    async findWithCorrespondence(
      id: string,
    ): Promise<{ record: AssignmentRecord; correspondence: Correspondence } | null> {
      const [found] = await db.$queryRaw<(Row & Omit<Correspondence, 'assignmentId'>)[]>(
        plannedOnce(Prisma.sql`
        SELECT ${columns}, ${reportsJson('p.assignment_id')} AS reports,
               ${extensionsJson('p.assignment_id')} AS extensions
          ${from} WHERE p.valid_to IS NULL AND p.assignment_id = ${id}::uuid`),
      )
      if (!found) return null
      const { reports, extensions, ...row } = found
      const sent = { assignmentId: id, reports, extensions }
      return { record: record(row), correspondence: reviveCorrespondence(sent) }
    },

    /** As `findById`; whoever comes second waits here until this transaction ends. */
    async findByIdForUpdate(id: string): Promise<AssignmentRecord | null> {
      await db.$queryRaw(
        plannedOnce(Prisma.sql`SELECT 1 FROM assignment WHERE id = ${id}::uuid FOR NO KEY UPDATE`),
      )
      return (await findWhere(Prisma.sql`p.assignment_id = ${id}::uuid`))[0] ?? null
    },

    /** All of a directive's, supporting and withdrawn ones too, by task and unit. */
    listOfDirective: (directiveId: string) =>
      findWhere(Prisma.sql`p.directive_id = ${directiveId}::uuid`),

    /** As `listOfDirective`, locked in one order so that two acts cannot wait for each other. */
    async listOfDirectiveForUpdate(directiveId: string): Promise<AssignmentRecord[]> {
      await db.$queryRaw`
        SELECT 1 FROM assignment WHERE directive_id = ${directiveId}::uuid ORDER BY id
           FOR NO KEY UPDATE`
      return findWhere(Prisma.sql`p.directive_id = ${directiveId}::uuid`)
    },

    /** Those of the ids that exist, by task and unit. */
    listByIds: (ids: string[]) => findWhere(Prisma.sql`p.assignment_id = ANY(${ids}::uuid[])`),

    listOfTask: (taskId: string) => findWhere(Prisma.sql`p.task_id = ${taskId}::uuid`),

    /** One page in the order asked for, beginning after a key. */
    async list(
      filter: AssignmentFilter,
      moment: Moment,
      page: { sort: AssignmentSort; after: SortKey | null; limit: number },
    ): Promise<AssignmentRecord[]> {
      const { where } = filterSql(filter, moment)
      const query = Prisma.sql`${select}
        WHERE ${where} ${after(page.sort, page.after)}
        ORDER BY ${orderBy(page.sort)} LIMIT ${Prisma.raw(String(page.limit))}`
      const rows = await db.$queryRaw<Row[]>(isUsual(filter, page) ? plannedOnce(query) : query)
      return rows.map(record)
    },

    /** Those that changed last, the newest change first. */
    async listLastChanged(
      filter: AssignmentFilter,
      moment: Moment,
      limit: number,
    ): Promise<AssignmentRecord[]> {
      const { where } = filterSql(filter, moment)
      const rows = await db.$queryRaw<Row[]>`${select} WHERE ${where}
        ORDER BY p.valid_from DESC, p.assignment_id DESC LIMIT ${Prisma.raw(String(limit))}`
      return rows.map(record)
    },

    /**
     * As they stood in these stretches of their lives, in no order. As one JSON value, which costs
     * a third of as many rows: this reads a whole province.
     * @param publicOnly leaves out what has been kept from the public since
     */
    async listStretches(
      stretches: { id: string; version: number }[],
      publicOnly = false,
    ): Promise<AssignmentRecord[]> {
      const ids = stretches.map(({ id }) => id)
      const versions = stretches.map(({ version }) => version)
      const [page] = await db.$queryRaw<{ rows: Row[] | null }[]>`
        SELECT json_agg(stretch) AS rows FROM (${select}
          JOIN unnest(${ids}::uuid[], ${versions}::int[]) AS wanted(id, version)
            ON wanted.id = p.assignment_id AND wanted.version = p.version
         WHERE ${publicOnly ? Prisma.sql`d.visibility <> 'internal'` : Prisma.sql`true`}) AS stretch`
      return (page?.rows ?? []).map((row) => record(revive(row)))
    },

    /** How many there are, counted no further than one past the exact total. */
    async count(filter: AssignmentFilter, moment: Moment): Promise<number> {
      const { where, joins } = filterSql(filter, moment)
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT 1 FROM assignment_period p ${joins} WHERE ${where} ${fewFirst(filter)}
          LIMIT ${Prisma.raw(String(exactTotal + 1))}) AS counted`
      return row?.count ?? 0
    },
  }
}
