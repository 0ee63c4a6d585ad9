import type { DirectiveKind, Visibility } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { toCivilDate, toDate } from '../../db/values.ts'
import type { DirectiveFields, DirectiveRecord, TaskRecord } from './directive-record.ts'

const people = {
  directedBy: { select: { id: true, name: true, position: true } },
  draftedBy: { select: { id: true, displayName: true } },
  recordedBy: { select: { id: true, displayName: true } },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

const findRow = (db: Tx, id: string) => db.directive.findUnique({ where: { id }, include: people })

function record({ documentKey, ...row }: Row): DirectiveRecord {
  return {
    ...row,
    kind: row.kind as DirectiveKind,
    visibility: row.visibility as Visibility,
    issuedOn: toCivilDate(row.issuedOn),
  }
}

const task = (row: Omit<TaskRecord, 'dueOn'> & { dueOn: Date }): TaskRecord => ({
  id: row.id,
  directiveId: row.directiveId,
  position: row.position,
  content: row.content,
  dueOn: toCivilDate(row.dueOn),
})

export interface NewDirective extends DirectiveFields {
  id: string
  recordedAt: Date
  recordedById: string
  entryDeadlineAt: Date
  documentKey: string | null
}

export function directiveStore(db: Tx) {
  return {
    async findById(id: string): Promise<DirectiveRecord | null> {
      const row = await findRow(db, id)
      return row && record(row)
    },

    /**
     * As `findById`; whoever comes second waits here until this transaction ends. Its assignments
     * may change meanwhile: they refer to its key alone, which this lock leaves free.
     */
    async findByIdForUpdate(id: string): Promise<DirectiveRecord | null> {
      await db.$queryRaw`SELECT 1 FROM directive WHERE id = ${id}::uuid FOR NO KEY UPDATE`
      const row = await findRow(db, id)
      return row && record(row)
    },

    /** In the order of the ids. */
    async listByIds(ids: string[]): Promise<DirectiveRecord[]> {
      const rows = await db.directive.findMany({ where: { id: { in: ids } }, include: people })
      const byId = new Map(rows.map((row) => [row.id, record(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    /** The directive in force that carries the key. */
    async findByDocumentKey(documentKey: string): Promise<{ id: string; title: string } | null> {
      return db.directive.findFirst({
        where: { documentKey, withdrawnAt: null },
        select: { id: true, title: true },
      })
    },

    async insert(directive: NewDirective): Promise<void> {
      await db.directive.create({ data: { ...directive, issuedOn: toDate(directive.issuedOn) } })
    },

    /** @returns false when the version kept is another: somebody saved in between */
    async save(
      id: string,
      version: number,
      fields: DirectiveFields & { entryDeadlineAt: Date; documentKey: string | null },
    ): Promise<boolean> {
      const { count } = await db.directive.updateMany({
        where: { id, version },
        data: { ...fields, issuedOn: toDate(fields.issuedOn), version: version + 1 },
      })
      return count === 1
    },

    /** Something of it besides its own fields changed: who edits it must have seen that. */
    async raiseVersion(id: string): Promise<void> {
      await db.directive.update({ where: { id }, data: { version: { increment: 1 } } })
    },

    async markWithdrawn(id: string, withdrawnAt: Date, withdrawalReason: string): Promise<void> {
      await db.directive.update({
        where: { id },
        data: { withdrawnAt, withdrawalReason, version: { increment: 1 } },
      })
    },

    async listTasks(directiveId: string): Promise<TaskRecord[]> {
      const rows = await db.task.findMany({ where: { directiveId }, orderBy: { position: 'asc' } })
      return rows.map(task)
    },

    async findTask(id: string): Promise<TaskRecord | null> {
      const row = await db.task.findUnique({ where: { id } })
      return row && task(row)
    },

    async insertTasks(tasks: (TaskRecord & { searchText: string })[]): Promise<void> {
      await db.task.createMany({ data: tasks.map((row) => ({ ...row, dueOn: toDate(row.dueOn) })) })
    },

    /**
     * What a search looks into from now on; what it looked into before is kept for questions about
     * the past.
     * @param at when the change came on record
     */
    async saveSearchTexts(tasks: { id: string; searchText: string }[], at: Date): Promise<void> {
      const saved = Prisma.sql`unnest(${tasks.map(({ id }) => id)}::uuid[],
        ${tasks.map(({ searchText }) => searchText)}::text[]) AS saved(id, text)`
      await db.$executeRaw`
        WITH former AS (
          INSERT INTO task_former_text (task_id, valid_to, search_text)
          SELECT task.id, ${at}::timestamptz, task.search_text
            FROM task JOIN ${saved} ON task.id = saved.id WHERE task.search_text <> saved.text
          ON CONFLICT DO NOTHING
        )
        UPDATE task SET search_text = saved.text FROM ${saved}
         WHERE task.id = saved.id AND task.search_text <> saved.text`
    },
  }
}
