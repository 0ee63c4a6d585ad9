import type {
  AssignmentStatus,
  CivilDate,
  DirectiveKind,
  Moment,
  Visibility,
} from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { containing } from '../../db/like.ts'
import type { Tx } from '../../db/transaction.ts'
import { exactTotal } from '../../paging.ts'
import { filterSql, oneOf, statusExpression } from '../assignments/assignment-filter.store.ts'

export interface DirectiveFilter {
  words: string[]
  kind?: DirectiveKind[]
  directedById?: string[]
  draftedById?: string[]
  visibility?: Visibility[]
  /** Directives with an assignment of any of these units, */
  unitId?: string[]
  /** and with one in any of these statuses; both of the same assignment. */
  status?: AssignmentStatus[]
  issuedFrom?: CivilDate
  issuedTo?: CivilDate
  withdrawn?: boolean
}

/** How a directive's assignments stand. */
export interface DirectiveStanding {
  directiveId: string
  taskCount: number
  unitCount: number
  counts: Partial<Record<AssignmentStatus, number>>
}

function condition(filter: DirectiveFilter, moment: Moment): Prisma.Sql {
  const and: Prisma.Sql[] = [Prisma.sql`TRUE`]
  const any = (column: string, values: readonly string[] | undefined, type?: string) => {
    if (values) and.push(oneOf(column, values, type))
  }
  any('d.kind', filter.kind)
  any('d.directed_by_id', filter.directedById, 'uuid')
  any('d.drafted_by_id', filter.draftedById, 'uuid')
  any('d.visibility', filter.visibility)
  if (filter.issuedFrom) and.push(Prisma.sql`d.issued_on >= ${filter.issuedFrom}::date`)
  if (filter.issuedTo) and.push(Prisma.sql`d.issued_on <= ${filter.issuedTo}::date`)
  if (filter.withdrawn === true) and.push(Prisma.sql`d.withdrawn_at IS NOT NULL`)
  if (filter.withdrawn === false) and.push(Prisma.sql`d.withdrawn_at IS NULL`)
  if (filter.words.length > 0) {
    // Each task holds its directive's words too, so a task that has all the words is enough.
    const words = filter.words.map((word) => Prisma.sql`t.search_text LIKE ${containing(word)}`)
    and.push(
      Prisma.sql`d.id IN (SELECT t.directive_id FROM task t WHERE ${Prisma.join(words, ' AND ')})`,
    )
  }
  if (filter.unitId || filter.status) {
    const { unitId, status } = filter
    const { where } = filterSql({ role: ['lead'], unitId, status }, moment)
    and.push(Prisma.sql`EXISTS (
      SELECT 1 FROM assignment_period p WHERE p.directive_id = d.id AND ${where})`)
  }
  return Prisma.join(and, ' AND ')
}

export function directiveListStore(db: Tx) {
  return {
    /** Ids with their day of issue, newest issue first, after a key. */
    async list(
      filter: DirectiveFilter,
      moment: Moment,
      page: { after: [CivilDate, string] | null; limit: number },
    ): Promise<{ id: string; issuedOn: CivilDate }[]> {
      const after = page.after
        ? Prisma.sql`AND (d.issued_on, d.id) < (${page.after[0]}::date, ${page.after[1]}::uuid)`
        : Prisma.empty
      return db.$queryRaw`
        SELECT d.id, d.issued_on::text AS "issuedOn" FROM directive d
         WHERE ${condition(filter, moment)} ${after}
         ORDER BY d.issued_on DESC, d.id DESC LIMIT ${Prisma.raw(String(page.limit))}`
    },

    /** How many there are, counted no further than one past the exact total. */
    async count(filter: DirectiveFilter, moment: Moment): Promise<number> {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT 1 FROM directive d WHERE ${condition(filter, moment)}
          LIMIT ${Prisma.raw(String(exactTotal + 1))}) AS counted`
      return row?.count ?? 0
    },

    async listStanding(ids: string[], moment: Moment): Promise<Map<string, DirectiveStanding>> {
      const rows = await db.$queryRaw<
        {
          directiveId: string
          status: AssignmentStatus | null
          count: number
          tasks: number
          units: number
        }[]
      >`
        SELECT p.directive_id AS "directiveId", ${statusExpression(moment)} AS status,
               count(*)::int AS count,
               (SELECT count(*)::int FROM task t WHERE t.directive_id = p.directive_id) AS tasks,
               (SELECT count(DISTINCT q.unit_id)::int FROM assignment_period q
                 WHERE q.directive_id = p.directive_id AND q.valid_to IS NULL AND q.role = 'lead') AS units
          FROM assignment_period p
         WHERE p.valid_to IS NULL AND p.directive_id = ANY(${ids}::uuid[])
         GROUP BY p.directive_id, 2`
      const standing = new Map<string, DirectiveStanding>()
      for (const { directiveId, status, count, tasks, units } of rows) {
        const known = standing.get(directiveId)
        const entry = known ?? { directiveId, taskCount: tasks, unitCount: units, counts: {} }
        if (status) entry.counts[status] = count
        standing.set(directiveId, entry)
      }
      return standing
    },
  }
}
