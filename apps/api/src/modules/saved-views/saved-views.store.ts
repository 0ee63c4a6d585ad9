import type { Tx } from '../../db/transaction.ts'

export interface SavedViewRecord {
  id: string
  accountId: string
  page: string
  name: string
  search: string
  createdAt: Date
}

export function savedViewStore(db: Tx) {
  return {
    /** Those of one account, of all pages or of one. */
    list: (accountId: string, page?: string): Promise<SavedViewRecord[]> =>
      db.savedView.findMany({ where: { accountId, page }, orderBy: { id: 'asc' } }),

    count: (accountId: string): Promise<number> => db.savedView.count({ where: { accountId } }),

    async insert(view: SavedViewRecord): Promise<void> {
      await db.savedView.create({ data: view })
    },

    /** @returns false when the account has no such view */
    async delete(accountId: string, id: string): Promise<boolean> {
      const { count } = await db.savedView.deleteMany({ where: { id, accountId } })
      return count === 1
    },
  }
}
