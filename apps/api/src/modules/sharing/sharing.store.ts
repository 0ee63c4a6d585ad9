import type { CivilDate, DirectiveKind } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import type { CatalogFacts } from './catalog.ts'

/** How a directive is named where it is spoken of elsewhere. */
export interface NamedDirective {
  kind: DirectiveKind
  number: string | null
  symbol: string | null
  title: string
  abstract: string
  issuedOn: CivilDate
}

/** A page of one task, and since when it is as it is. */
export interface TaskPage {
  id: string
  changedAt: Date
}

/** As `publicFilter()` lists them, withdrawn ones too: they keep their page. */
const publicNow = Prisma.sql`p.valid_to IS NULL AND p.role = 'lead' AND p.visibility <> 'internal'`

export function sharingStore(db: Tx) {
  return {
    /** Since when there are public tasks, and when one last changed: both by an index. */
    async findCatalogFacts(): Promise<CatalogFacts> {
      const [facts] = await db.$queryRaw<CatalogFacts[]>`
        SELECT (SELECT p.issued_on::text FROM assignment_period p
                 WHERE ${publicNow}
                 ORDER BY p.issued_on LIMIT 1) AS "firstIssuedOn",
               (SELECT p.valid_from FROM assignment_period p
                 WHERE ${publicNow}
                 ORDER BY p.valid_from DESC LIMIT 1) AS "changedAt"`
      return facts ?? { firstIssuedOn: null, changedAt: null }
    },

    /** Null also for what is not public. */
    async findPublicDirective(id: string): Promise<NamedDirective | null> {
      const [found] = await db.$queryRaw<NamedDirective[]>`
        SELECT kind, number, symbol, title, abstract, issued_on::text AS "issuedOn"
          FROM directive WHERE id = ${id}::uuid AND visibility <> 'internal'`
      return found ?? null
    },

    /** The ids after each of which another `size` public tasks follow: where pages of them begin. */
    async listTaskPageStarts(size: number): Promise<string[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM (
          SELECT p.assignment_id AS id, row_number() OVER (ORDER BY p.assignment_id) AS position
            FROM assignment_period p
           WHERE ${publicNow}) AS numbered
         WHERE position % ${size} = 0 ORDER BY id`
      return rows.map(({ id }) => id)
    },

    /** Public tasks after an id, by id. */
    async listTaskPages(after: string, limit: number): Promise<TaskPage[]> {
      return db.$queryRaw<TaskPage[]>`
        SELECT p.assignment_id AS id, p.valid_from AS "changedAt" FROM assignment_period p
         WHERE ${publicNow}
           AND p.assignment_id > ${after}::uuid
         ORDER BY p.assignment_id LIMIT ${limit}`
    },
  }
}
