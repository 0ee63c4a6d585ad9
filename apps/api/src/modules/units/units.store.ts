import type { CivilDate, UnitStanding, UnitType } from '@dunghan/domain'
import { Prisma, type Unit as UnitRow } from '../../db/generated/client.ts'
import { containingAll } from '../../db/like.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import { toCivilDate, toDate } from '../../db/values.ts'

export interface UnitRecord {
  id: string
  version: number
  code: string
  name: string
  shortName: string
  type: UnitType
  validFrom: CivilDate | null
  validTo: CivilDate | null
  successorId: string | null
  parentId: string | null
}

export interface UnitFilter {
  /** Folded words; all of them must occur. */
  words: string[]
  types?: string[]
  /** Any of them, on the day. */
  standing?: { on: CivilDate; anyOf: readonly UnitStanding[] }
}

/** How a unit is named where another is spoken of. */
export type UnitName = Pick<UnitRecord, 'id' | 'code' | 'name' | 'type'>

/** A unit that stands next to others in a line of succession. */
export interface UnitKin extends UnitName {
  successorId: string | null
}

const record = (row: UnitRow): UnitRecord => ({
  id: row.id,
  version: row.version,
  code: row.code,
  name: row.name,
  shortName: row.shortName,
  type: row.type as UnitType,
  validFrom: toCivilDate(row.validFrom),
  validTo: toCivilDate(row.validTo),
  successorId: row.successorId,
  parentId: row.parentId,
})

const columns = (unit: UnitRecord, searchText: string) => ({
  ...unit,
  searchText,
  validFrom: toDate(unit.validFrom),
  validTo: toDate(unit.validTo),
})

const where = ({ words, types, standing }: UnitFilter): Prisma.UnitWhereInput => ({
  AND: containingAll(words),
  type: types && { in: types },
  ...(standing && { OR: standing.anyOf.map((one) => standsSo(one, toDate(standing.on))) }),
})

/** The rule of `unitStandingOn` as a condition; both answer to the same case table. */
function standsSo(standing: UnitStanding, day: Date): Prisma.UnitWhereInput {
  const notEnded = { OR: [{ validTo: null }, { validTo: { gte: day } }] }
  switch (standing) {
    case 'ended':
      return { validTo: { lt: day } }
    case 'upcoming':
      return { validFrom: { gt: day }, ...notEnded }
    case 'current':
      return { AND: [notEnded, { OR: [{ validFrom: null }, { validFrom: { lte: day } }] }] }
  }
}

export function unitStore(db: Tx) {
  return {
    async findById(id: string): Promise<UnitRecord | null> {
      const row = await db.unit.findUnique({ where: { id } })
      return row && record(row)
    },

    async findByCode(code: string): Promise<UnitRecord | null> {
      const row = await db.unit.findUnique({ where: { code } })
      return row && record(row)
    },

    /** Those of the ids that exist, in no order. */
    async listByIds(ids: string[]): Promise<UnitRecord[]> {
      const rows = await db.unit.findMany({ where: { id: { in: ids } } })
      return rows.map(record)
    },

    /** By code, after the code given. */
    async list(filter: UnitFilter, afterCode: string | null, limit: number): Promise<UnitRecord[]> {
      const rows = await db.unit.findMany({
        where: { ...where(filter), ...(afterCode === null ? {} : { code: { gt: afterCode } }) },
        orderBy: { code: 'asc' },
        take: limit,
      })
      return rows.map(record)
    },

    /** All there are or were, by code. */
    listAll: (): Promise<UnitRecord[]> =>
      db.$queryRaw<UnitRecord[]>(
        plannedOnce(Prisma.sql`
        SELECT id, version, code, name, short_name AS "shortName", type,
               valid_from::text AS "validFrom", valid_to::text AS "validTo",
               successor_id AS "successorId", parent_id AS "parentId"
          FROM unit ORDER BY code`),
      ),

    /** The successors and the predecessors of these units, by code. */
    async listKin(units: Pick<UnitRecord, 'id' | 'successorId'>[]): Promise<UnitKin[]> {
      const successors = units.flatMap(({ successorId }) => successorId ?? [])
      const rows = await db.unit.findMany({
        where: {
          OR: [{ id: { in: successors } }, { successorId: { in: units.map(({ id }) => id) } }],
        },
        select: { id: true, code: true, name: true, type: true, successorId: true },
        orderBy: { code: 'asc' },
      })
      return rows.map((row) => ({ ...row, type: row.type as UnitType }))
    },

    count: (filter: UnitFilter): Promise<number> => db.unit.count({ where: where(filter) }),

    async insert(unit: UnitRecord, searchText: string): Promise<void> {
      await db.unit.create({ data: columns(unit, searchText) })
    },

    /** These units end on the day, each succeeded by that one: one statement for all. */
    async end(ids: string[], validTo: CivilDate, successorId: string | null): Promise<void> {
      await db.unit.updateMany({
        where: { id: { in: ids } },
        data: { validTo: toDate(validTo), successorId, version: { increment: 1 } },
      })
    },

    /** @returns false when the version kept is not `unit.version`: somebody saved in between */
    async save(unit: UnitRecord, searchText: string): Promise<boolean> {
      const { id, version, ...data } = columns(unit, searchText)
      const { count } = await db.unit.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      })
      return count === 1
    },
  }
}
