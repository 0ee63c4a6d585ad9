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

/** What is kept beside a leader to find it by: folded words, and its place in the order of names. */
export interface LeaderIndex {
  searchText: string
  sortKey: string
}

/** Where a list goes on: after this leader. */
export interface LeaderKey {
  sortKey: string
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

const columns = (leader: LeaderRecord, index: LeaderIndex) => ({
  ...leader,
  ...index,
  validFrom: toDate(leader.validFrom),
  validTo: toDate(leader.validTo),
})

/** @param words folded; all of them must occur */
const where = (words: string[]): Prisma.LeaderWhereInput => ({
  AND: containingAll(words),
})

const following = ({ sortKey, id }: LeaderKey): Prisma.LeaderWhereInput => ({
  OR: [{ sortKey: { gt: sortKey } }, { sortKey, id: { gt: id } }],
})

export function leaderStore(db: Tx) {
  return {
    async findById(id: string): Promise<LeaderRecord | null> {
      const row = await db.leader.findUnique({ where: { id } })
      return row && record(row)
    },

    /** By name, in the order of the language. */
    async list(words: string[], after: LeaderKey | null, limit: number): Promise<LeaderRecord[]> {
      const rows = await db.leader.findMany({
        where: { ...where(words), ...(after ? following(after) : {}) },
        orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(record)
    },

    count: (words: string[]): Promise<number> => db.leader.count({ where: where(words) }),

    async insert(leader: LeaderRecord, index: LeaderIndex): Promise<void> {
      await db.leader.create({ data: columns(leader, index) })
    },

    /** @returns false when the version kept is not `leader.version`: somebody saved in between */
    async save(leader: LeaderRecord, index: LeaderIndex): Promise<boolean> {
      const { id, version, ...data } = columns(leader, index)
      const { count } = await db.leader.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      })
      return count === 1
    },
  }
}
