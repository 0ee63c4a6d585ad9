import type { CivilDate } from '@dunghan/domain'
import type { Leader as LeaderRow, Prisma } from '../../db/generated/client.ts'
import { containingAll } from '../../db/like.ts'
import type { Tx } from '../../db/transaction.ts'
import { toCivilDate, toDate } from '../../db/values.ts'

export interface LeaderRecord {
  id: string
  version: number
  name: string
  position: string
  validFrom: CivilDate | null
  validTo: CivilDate | null
}

/** Where a list goes on: after this leader. */
export interface LeaderKey {
  name: string
  id: string
}

const record = (row: LeaderRow): LeaderRecord => ({
  id: row.id,
  version: row.version,
  name: row.name,
  position: row.position,
  validFrom: toCivilDate(row.validFrom),
  validTo: toCivilDate(row.validTo),
})

const columns = (leader: LeaderRecord, searchText: string) => ({
  ...leader,
  searchText,
  validFrom: toDate(leader.validFrom),
  validTo: toDate(leader.validTo),
})

/** @param words folded; all of them must occur */
const where = (words: string[]): Prisma.LeaderWhereInput => ({
  AND: containingAll(words),
})

const following = ({ name, id }: LeaderKey): Prisma.LeaderWhereInput => ({
  OR: [{ name: { gt: name } }, { name, id: { gt: id } }],
})

export function leaderStore(db: Tx) {
  return {
    async findById(id: string): Promise<LeaderRecord | null> {
      const row = await db.leader.findUnique({ where: { id } })
      return row && record(row)
    },

    /** By name. */
    async list(words: string[], after: LeaderKey | null, limit: number): Promise<LeaderRecord[]> {
      const rows = await db.leader.findMany({
        where: { ...where(words), ...(after ? following(after) : {}) },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(record)
    },

    count: (words: string[]): Promise<number> => db.leader.count({ where: where(words) }),

    async insert(leader: LeaderRecord, searchText: string): Promise<void> {
      await db.leader.create({ data: columns(leader, searchText) })
    },

    /** @returns false when the version kept is not `leader.version`: somebody saved in between */
    async save(leader: LeaderRecord, searchText: string): Promise<boolean> {
      const { id, version, ...data } = columns(leader, searchText)
      const { count } = await db.leader.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      })
      return count === 1
    },
  }
}
